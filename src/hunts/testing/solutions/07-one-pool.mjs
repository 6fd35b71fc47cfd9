export async function run({ sums, threads }, { openPool }) {
  const pool = openPool(threads);
  const results = await Promise.all(sums.map((units) => pool.compute(units)));
  await pool.close();
  return results;
}

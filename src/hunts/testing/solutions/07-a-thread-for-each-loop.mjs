export async function run({ sums, threads }, { openPool }) {
  const results = [];
  const left = sums.entries();
  const work = async () => {
    const pool = openPool(1);
    for (const [index, units] of left) results[index] = await pool.compute(units);
    await pool.close();
  };
  await Promise.all(Array.from({ length: threads }, work));
  return results;
}

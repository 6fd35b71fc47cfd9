export async function run({ paths, units }, { get, openPool }) {
  const pool = openPool(1);
  const scores = await Promise.all(paths.map(async (path) => pool.compute(units, (await get(path)).length)));
  await pool.close();
  return scores;
}

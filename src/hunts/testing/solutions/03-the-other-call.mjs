export async function run({ paths }, { get }) {
  const read = async (path) => (await get(path)).length;
  return await Promise.all(paths.map(read));
}

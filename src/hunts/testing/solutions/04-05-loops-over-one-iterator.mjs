export async function run({ paths, limit }, { get }) {
  const lengths = [];
  const pages = paths.entries();
  const work = async () => {
    for (const [index, path] of pages) lengths[index] = (await get(path)).length;
  };
  await Promise.all(Array.from({ length: limit }, work));
  return lengths;
}

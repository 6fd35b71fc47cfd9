export async function run({ paths }, { get }) {
  const lengths = [];
  const pages = paths.entries();
  const work = async () => {
    for (const [index, path] of pages) lengths[index] = (await get(path)).length;
  };
  await Promise.all([work(), work(), work(), work()]);
  return lengths;
}

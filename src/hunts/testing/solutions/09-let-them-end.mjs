export async function run({ paths, limit }, { get }) {
  const texts = [];
  const pages = paths.entries();
  let failure;
  const work = async () => {
    for (const [index, path] of pages) {
      if (failure) return;
      try {
        texts[index] = await get(path);
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  if (failure) throw failure;
  return texts;
}

export async function run({ paths, limit }, { get }) {
  const texts = [];
  const pages = paths.entries();
  const controller = new AbortController();
  const { signal } = controller;
  const work = async () => {
    for (const [index, path] of pages) {
      if (signal.aborted) return;
      texts[index] = await get(path, { signal });
    }
  };
  try {
    await Promise.all(Array.from({ length: limit }, work));
    return texts;
  } catch (error) {
    controller.abort();
    throw error;
  }
}

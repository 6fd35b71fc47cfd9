export async function run({ paths }, { get }) {
  const texts = await Promise.all(paths.map((path) => get(path)));
  return texts.map((text) => text.length);
}

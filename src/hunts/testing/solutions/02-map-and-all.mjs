export async function run({ paths }, { get }) {
  const texts = await Promise.all(paths.map((path) => get(path)));
  return texts.reduce((sum, text) => sum + text.length, 0);
}

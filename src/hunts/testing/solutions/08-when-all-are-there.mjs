export async function run({ paths, units }, { get, compute }) {
  const texts = await Promise.all(paths.map((path) => get(path)));
  return texts.map((text) => compute(units, text.length));
}

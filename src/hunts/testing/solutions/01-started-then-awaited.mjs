export async function run({ paths }, { get }) {
  const started = paths.map((path) => get(path));
  const lengths = [];
  for (const text of started) lengths.push((await text).length);
  return lengths;
}

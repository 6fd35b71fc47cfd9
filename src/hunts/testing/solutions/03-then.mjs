export function run({ paths }, { get }) {
  return Promise.all(paths.map((path) => get(path).then((text) => text.length)));
}

// Returns how many characters each page of the catalogue has, in the order of the paths.
//
// `get(path)` asks the server for a page and resolves to its text.

export async function run({ paths }, { get }) {
  const lengths = [];
  for (const path of paths) {
    const text = await get(path);
    lengths.push(text.length);
  }
  return lengths;
}

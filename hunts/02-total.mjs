// Returns how many characters all pages have together.
//
// `get(path)` asks the server for a page and resolves to its text.

export async function run({ paths }, { get }) {
  let total = 0;
  paths.forEach(async (path) => {
    const text = await get(path);
    total += text.length;
  });
  return total;
}

// Returns how many characters each page has, never with more than `limit` requests under way.
//
// `get(path)` asks the peer for a page and resolves to its text; a refusal rejects.

export async function run({ paths, limit }, { get }) {
  const lengths = [];
  for (let first = 0; first < paths.length; first += limit) {
    const some = paths.slice(first, first + limit);
    const texts = await Promise.all(some.map((path) => get(path)));
    lengths.push(...texts.map((text) => text.length));
  }
  return lengths;
}

// Returns how many characters each page has. The peer serves `limit` requests at once and refuses any more.
//
// `get(path)` asks the peer for a page and resolves to its text; a refusal rejects.

export async function run({ paths, limit }, { get }) {
  const texts = await Promise.all(paths.map((path) => get(path)));
  return texts.map((text) => text.length);
}

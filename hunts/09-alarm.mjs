// Returns the text of each page, with at most `limit` requests under way. When a page fails, it fails as well.
//
// `get(path, { signal })` asks the server for a page and resolves to its text; a page that fails rejects. Its `signal`, of an
// AbortController, may be left out.

export async function run({ paths, limit }, { get }) {
  const texts = [];
  const pages = paths.entries();

  async function work() {
    for (const [index, path] of pages) {
      texts[index] = await get(path);
    }
  }

  await Promise.all(Array.from({ length: limit }, work));
  return texts;
}

// Returns how many characters each page has, with at most `limit` requests under way.
//
// `createClient()` gives a client with connections of its own: its `get(path)` resolves to the text of a page, its `close()`
// closes them.

export async function run({ paths, limit }, { createClient }) {
  const lengths = [];
  const pages = paths.entries();

  async function visit(path) {
    const client = createClient();
    try {
      return await client.get(path);
    } finally {
      await client.close();
    }
  }

  async function work() {
    for (const [index, path] of pages) {
      const text = await visit(path);
      lengths[index] = text.length;
    }
  }

  await Promise.all(Array.from({ length: limit }, work));
  return lengths;
}

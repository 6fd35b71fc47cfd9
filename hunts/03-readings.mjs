// Returns how many characters each page of readings has, all asked for at once.
//
// `get(path)` asks the server for a page and resolves to its text; `getSync(path)` returns the text.

export async function run({ paths }, { get, getSync }) {
  async function read(path) {
    const text = getSync(path);
    return text.length;
  }

  const readings = paths.map((path) => read(path));
  return await Promise.all(readings);
}

// Returns the score of each page, all pages asked for at once.
//
// `get(path)` asks the server for a page and resolves to its text. `compute(units, seed)` computes and returns the result;
// `openPool(threads)` starts threads: its `compute(units, seed)` resolves to the same result, its `close()` ends them.

export async function run({ paths, units }, { get, compute, openPool }) {
  async function score(path) {
    const askedAt = performance.now();
    const text = await get(path);
    console.log(`${path} took ${Math.round(performance.now() - askedAt)} ms`);
    return compute(units, text.length);
  }

  return await Promise.all(paths.map(score));
}

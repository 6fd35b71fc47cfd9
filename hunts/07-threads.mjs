// Returns the result of each sum, computed by threads.
//
// `openPool(threads)` starts so many threads: its `compute(units)` resolves to the result of a sum of that length, and its
// `close()` ends them. `compute(units)` computes here and returns the result.

export async function run({ sums, threads }, { compute, openPool }) {
  async function sum(units) {
    const pool = openPool(1);
    try {
      return await pool.compute(units);
    } finally {
      await pool.close();
    }
  }

  const results = [];
  for (let first = 0; first < sums.length; first += threads) {
    results.push(...(await Promise.all(sums.slice(first, first + threads).map(sum))));
  }
  return results;
}

/** Hands out places, in the manner of p-limit. */
function limiter(most) {
  const waiting = [];
  let taken = 0;
  return async (task) => {
    if (taken >= most) await new Promise((resolve) => waiting.push(resolve));
    else taken++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken--;
    }
  };
}

export async function run({ paths, limit }, { get }) {
  const place = limiter(limit);
  return await Promise.all(paths.map((path) => place(async () => (await get(path)).length)));
}

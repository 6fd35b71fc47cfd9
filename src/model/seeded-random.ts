// The one source of chance in the suite: seeded, so that the same seed always gives the same order, inputs and draws.
// It lives in model/ because scenarios, the plan and the statistics all need the same generator.

/**
 * Returns a generator of floats in [0, 1), fully determined by the seed (any finite number; its lower 32 bits count).
 * Mulberry32, a 32-bit state generator by Tommy Ettinger (public domain): period 2^32, good enough for orders and
 * simulated noise, not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy of `items` in random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [result[last], result[pick]] = [result[pick] as T, result[last] as T];
  }
  return result;
}

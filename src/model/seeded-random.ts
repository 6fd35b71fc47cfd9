// The one source of chance in the suite, seeded: the same seed gives the same inputs, orders, resamples and reports on
// every machine. It lives in model/ because scenarios, the plan and the statistics all need it. Generator: sfc32
// (C. Doty-Humphrey, "PractRand", 2010; passes PractRand and BigCrush), its state filled by splitmix32 steps from one
// number. Not for secrets.

/** Returns a generator of numbers in [0, 1) that is wholly determined by `seed`; only its low 32 bits count. */
export function seededRandom(seed: number): () => number {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let step = 0; step < 12; step++) next();
  return next;
}

/** Returns a copy in random order (Fisher–Yates): every order is equally likely. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    const held = copy[last] as Item;
    copy[last] = copy[pick] as Item;
    copy[pick] = held;
  }
  return copy;
}

// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014; 32-bit finaliser of MurmurHash3.
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}

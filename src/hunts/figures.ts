// Hidden figures: drawn from a seeded random, so that a program cannot be written for one set of them, and any run can be
// repeated by its seed.

const MOST_SEED = 1_000_000;

/** A whole number from `least` to `most`. */
export function between(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Paths of so many pages; `delayMs` says how long the server takes with each. */
export function pages(random: () => number, pageCount: number, delayMs: (index: number) => number): string[] {
  const seed = between(random, 1, MOST_SEED);
  return Array.from({ length: pageCount }, (_, page) => `/pages/${page}?delay=${delayMs(page)}&seed=${seed}`);
}

/**
 * Paths of so many short answers. The server has forgotten one of these as soon as it has sent it, so that a program that asks
 * for the next at once is never taken for one more.
 */
export function shortAnswers(random: () => number, answerCount: number, delayMs: (index: number) => number): string[] {
  const seed = between(random, 1, MOST_SEED);
  return Array.from(
    { length: answerCount },
    (_, index) => `/bytes/${between(random, 200, 900)}?delay=${delayMs(index)}&seed=${seed + index}`,
  );
}

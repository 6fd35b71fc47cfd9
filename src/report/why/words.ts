// Figures as they stand in sentences. A file edited by hand can hold times that no clock shows; a sentence then names the
// end of the scale instead of "Infinity".

import type { RatioInterval } from '../../model/report/report.ts';

const LEAST_MS = 0.001;
const MOST_SHARE = 10;
const MOST_FIGURE = 1_000_000;
/** An interval that goes so many times beyond its ratio is open at that end. */
const OPEN_RATIO = 1_000;

/** A time with three significant digits: "61.3 ms", "1.20 s". */
export function ms(timeMs: number): string {
  if (timeMs > 0 && timeMs < LEAST_MS) return `under ${LEAST_MS} ms`;
  if (timeMs >= 10_000) return `${Number((timeMs / 1000).toPrecision(3))} s`;
  return `${timeMs >= 1000 ? timeMs.toFixed(0) : Number(timeMs.toPrecision(3))} ms`;
}

/** A share of 0..1 as whole percent. */
export function percent(share: number): string {
  return share > MOST_SHARE ? `over ${MOST_SHARE * 100} %` : `${(share * 100).toFixed(0)} %`;
}

/** Part of a whole, 0..1; 0 of a whole that is nothing. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0;
}

/** A ratio with two decimals. */
export function figure(ratio: number): string {
  return ratio > MOST_FIGURE ? 'over a million' : ratio.toFixed(2);
}

/** A factor: "19.6 times", "1.87 times". */
export function times(ratio: number): string {
  if (ratio > MOST_FIGURE) return 'over a million times';
  return `${ratio.toFixed(decimalsOf(ratio))} times`;
}

/** A factor with its interval, with the digits of the table: "1.50× (0.90–2.30)"; one round has no interval. */
export function factor({ ratio, low, high }: RatioInterval): string {
  if (ratio > MOST_FIGURE) return 'over a million×';
  const decimals = decimalsOf(ratio);
  if (high === Infinity) return `${ratio.toFixed(decimals)}× in one round`;
  // A few rounds that disagree rule out nothing: digits would say that somebody counted them.
  const from = low * OPEN_RATIO < ratio ? '0' : low.toFixed(decimals);
  const to = high > ratio * OPEN_RATIO ? '∞' : high.toFixed(decimals);
  return `${ratio.toFixed(decimals)}× (${from}–${to})`;
}

function decimalsOf(ratio: number): number {
  return ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2;
}

/** "1st", "2nd", "13th", "1000th". */
export function ordinal(count: number): string {
  const last = count % 10;
  const suffix = Math.floor(count / 10) % 10 === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th');
  return `${count}${suffix}`;
}

/** Names in a row: "a", "a and b", "a, b and c". */
export function listing(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

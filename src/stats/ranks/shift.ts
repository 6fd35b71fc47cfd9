// Two independent samples: how far apart are they? Hodges–Lehmann shift, the median of all differences head - base,
// with the interval that inverts the Mann–Whitney test (Hollander & Wolfe, section 4.3). As with Walsh averages, the
// differences are counted by two pointers and never stored. Misleads when the two samples were taken at different
// times: it knows the spread within each, not what changed between.

import { normalQuantile } from '../distributions/normal.ts';

const EXACT_LIMIT = 30;

/** A shift in the unit of the samples; the bounds are infinite when so few values cannot reach the confidence. */
export interface Shift {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

/** Estimates head - base at `confidence` (0..1) from samples in ascending order; throws RangeError on an empty one. */
export function shiftOfSorted(base: Float64Array, head: Float64Array, confidence: number): Shift {
  if (base.length === 0 || head.length === 0) throw new RangeError('A shift needs values on both sides, got none.');
  const count = base.length * head.length;
  const upper = differenceOrderStatistic(base, head, Math.floor(count / 2) + 1);
  const centre = count % 2 === 1 ? upper : (differenceOrderStatistic(base, head, count / 2) + upper) / 2;
  const rank = mannWhitneyCritical(base.length, head.length, (1 - confidence) / 2);
  if (rank < 1) return { centre, low: -Infinity, high: Infinity };
  return {
    centre,
    low: differenceOrderStatistic(base, head, rank),
    high: differenceOrderStatistic(base, head, count + 1 - rank),
  };
}

/** The largest k with P(U < k) <= `tail` for samples of the given sizes; 0 when there is none. */
export function mannWhitneyCritical(baseCount: number, headCount: number, tail: number): number {
  const product = baseCount * headCount;
  if (baseCount > EXACT_LIMIT || headCount > EXACT_LIMIT) {
    const sd = Math.sqrt((product * (baseCount + headCount + 1)) / 12);
    return Math.max(0, Math.floor(product / 2 + normalQuantile(tail) * sd + 0.5));
  }
  const ways = mannWhitneyWays(baseCount, headCount);
  const total = ways.reduce((sum, value) => sum + value, 0);
  let cumulative = 0;
  let critical = 0;
  for (const value of ways) {
    cumulative += value;
    if (cumulative > tail * total) break;
    critical++;
  }
  return critical;
}

// Counts of each U, as coefficients of the Gaussian binomial: multiply by (1 - q^(m+i)), divide by (1 - q^i).
function mannWhitneyWays(baseCount: number, headCount: number): Float64Array {
  const top = baseCount * headCount;
  const ways = new Float64Array(top + 1);
  ways[0] = 1;
  for (let i = 1; i <= headCount; i++) {
    for (let u = top; u >= baseCount + i; u--) ways[u] = (ways[u] as number) - (ways[u - baseCount - i] as number);
    for (let u = i; u <= top; u++) ways[u] = (ways[u] as number) + (ways[u - i] as number);
  }
  return ways;
}

function differenceOrderStatistic(base: Float64Array, head: Float64Array, rank: number): number {
  let low = (head[0] as number) - (base[base.length - 1] as number) - 1;
  let high = (head[head.length - 1] as number) - (base[0] as number);
  while (high - low > 1e-15 * Math.max(1, Math.abs(low), Math.abs(high))) {
    const middle = (low + high) / 2;
    if (countAtMost(base, head, middle) >= rank) high = middle;
    else low = middle;
  }
  return smallestAbove(base, head, low);
}

function smallestAbove(base: Float64Array, head: Float64Array, bound: number): number {
  let least = Infinity;
  let next = 0;
  for (const value of base) {
    while (next < head.length && (head[next] as number) - value <= bound) next++;
    if (next < head.length) least = Math.min(least, (head[next] as number) - value);
  }
  return least;
}

function countAtMost(base: Float64Array, head: Float64Array, bound: number): number {
  let count = 0;
  let within = 0;
  for (const value of base) {
    while (within < head.length && (head[within] as number) - value <= bound) within++;
    count += within;
  }
  return count;
}

// The signed-rank interval for the centre of symmetric differences: order statistics of the Walsh averages, at a rank
// set by the null distribution of Wilcoxon's statistic (Hollander & Wolfe, section 3.3). Exact by counting subsets up
// to 50 values, normal beyond. Assumes that single differences are independent and symmetric about the centre; paired
// log-ratios of randomised rounds are both, raw times are neither.

import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { walshCount, walshCountAtMost, walshOrderStatistic } from './walsh.ts';

const EXACT_LIMIT = 50;

/**
 * The interval at `confidence` (0..1) around the centre of values in ascending order, in their unit; null when so few
 * values can never reach that confidence (below 6 for 95 %, below 8 for 99 %).
 */
export function signedRankInterval(sorted: Float64Array, confidence: number): { low: number; high: number } | null {
  const rank = signedRankCritical(sorted.length, (1 - confidence) / 2);
  if (rank < 1) return null;
  const count = walshCount(sorted.length);
  return { low: walshOrderStatistic(sorted, rank), high: walshOrderStatistic(sorted, count + 1 - rank) };
}

/** The largest k with P(T < k) <= `tail` for Wilcoxon's T of `count` values; 0 when there is none. */
export function signedRankCritical(count: number, tail: number): number {
  if (count > EXACT_LIMIT) {
    const sd = Math.sqrt((count * (count + 1) * (2 * count + 1)) / 24);
    return Math.max(1, Math.floor(walshCount(count) / 2 + normalQuantile(tail) * sd + 0.5));
  }
  const probabilities = signedRankProbabilities(count);
  let cumulative = 0;
  let critical = 0;
  for (const probability of probabilities) {
    cumulative += probability;
    if (cumulative > tail) break;
    critical++;
  }
  return critical;
}

/** Chance of a signed-rank sum as uneven as that of values in ascending order, were their centre 0; for the same rank as above. */
export function signedRankTwoSided(sorted: Float64Array): number {
  const negated = Float64Array.from(sorted, (value) => -value).reverse();
  const smaller = Math.min(walshCountAtMost(sorted, 0), walshCountAtMost(negated, 0));
  return Math.min(1, 2 * signedRankTail(sorted.length, smaller));
}

/** P(T <= `sum`) for Wilcoxon's T of `count` values. */
function signedRankTail(count: number, sum: number): number {
  if (count > EXACT_LIMIT) {
    const sd = Math.sqrt((count * (count + 1) * (2 * count + 1)) / 24);
    return normalCdf((sum + 0.5 - walshCount(count) / 2) / sd);
  }
  return signedRankProbabilities(count)
    .subarray(0, sum + 1)
    .reduce((total, probability) => total + probability, 0);
}

/** P(T = t) for t = 0, 1, … n(n+1)/2: each rank is in the sum or not, with a fair coin. */
export function signedRankProbabilities(count: number): Float64Array {
  const probabilities = new Float64Array(walshCount(count) + 1);
  probabilities[0] = 1;
  for (let rank = 1, top = 0; rank <= count; rank++) {
    top += rank;
    for (let t = top; t >= 0; t--) {
      const without = probabilities[t] as number;
      const using = t >= rank ? (probabilities[t - rank] as number) : 0;
      probabilities[t] = (without + using) / 2;
    }
  }
  return probabilities;
}

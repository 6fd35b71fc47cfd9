// The two tests that most rules are made of. Both take their samples for independent, which samples taken in a row on
// a shared machine are not; that is the point of showing them.

import { normalCdf } from '../../src/stats/distributions/normal.ts';
import { tTwoSided } from '../../src/stats/distributions/t-distribution.ts';
import { mean, sampleVariance } from '../../src/stats/moments.ts';

/** Welch's t-test (Biometrika 34, 1947): two-sided p for equal means. */
export function welchProbability(a: readonly number[], b: readonly number[]): number {
  const va = sampleVariance(a) / a.length;
  const vb = sampleVariance(b) / b.length;
  if (va + vb === 0) return mean(a) === mean(b) ? 1 : 0;
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  return tTwoSided((mean(b) - mean(a)) / Math.sqrt(va + vb), df);
}

/** Mann–Whitney (Ann. Math. Stat. 18, 1947): two-sided p for equal distributions, normal approximation. */
export function mannWhitneyProbability(a: readonly number[], b: readonly number[]): number {
  let u = 0;
  for (const x of a) for (const y of b) u += y > x ? 1 : y === x ? 0.5 : 0;
  const sd = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  const distance = Math.max(0, Math.abs(u - (a.length * b.length) / 2) - 0.5);
  return Math.min(1, 2 * normalCdf(-distance / sd));
}

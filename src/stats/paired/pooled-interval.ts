// The interval that counts rounds: all paired differences of a run as one sample. Signed-rank where it can reach the
// confidence, which needs no assumption but symmetry; below that the wider of Student's t on the differences, which lets
// three rounds speak about a factor of ten, and their whole range, so that one round the other way is always a doubt.
// One difference gives no interval at all.

import { normalQuantile } from '../distributions/normal.ts';
import { tQuantile, tTwoSided } from '../distributions/t-distribution.ts';
import { mean, sampleVariance } from '../moments.ts';
import { signedRankInterval, signedRankTwoSided } from '../ranks/signed-rank.ts';

/** The interval at `confidence` (0..1) around the centre of differences in ascending order; infinite for one. */
export function pooledInterval(sorted: Float64Array, confidence: number): { low: number; high: number } {
  const ranked = signedRankInterval(sorted, confidence);
  if (ranked !== null) return ranked;
  if (sorted.length < 2) return { low: -Infinity, high: Infinity };
  const values = Array.from(sorted);
  const halfWidth = pairStandardError(values) * tQuantile((1 + confidence) / 2, values.length - 1);
  return {
    low: Math.min(mean(values) - halfWidth, values[0] as number),
    high: Math.max(mean(values) + halfWidth, values.at(-1) as number),
  };
}

/** Chance of differences like these, in ascending order, were their centre 0: the level at which the interval ends there. */
export function pooledProbability(sorted: Float64Array): number {
  const ranked = signedRankTwoSided(sorted);
  const allOneWay = (sorted[0] as number) > 0 || (sorted.at(-1) as number) < 0;
  if (!allOneWay || sorted.length < 2) return ranked;
  const values = Array.from(sorted);
  const standardError = pairStandardError(values);
  return standardError === 0 ? 0 : Math.min(ranked, tTwoSided(mean(values) / standardError, values.length - 1));
}

/** Standard error of the pooled centre, in the unit of the differences, read off the interval; infinite for one. */
export function pooledStandardError(sorted: Float64Array): number {
  const ranked = signedRankInterval(sorted, 0.95);
  if (ranked !== null) return (ranked.high - ranked.low) / (2 * normalQuantile(0.975));
  return sorted.length < 2 ? Infinity : pairStandardError(Array.from(sorted));
}

function pairStandardError(values: readonly number[]): number {
  return Math.sqrt(sampleVariance(values) / values.length);
}

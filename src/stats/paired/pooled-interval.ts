// The interval that counts rounds: all paired differences of a run as one sample. Signed-rank where it can reach the
// confidence, which needs no assumption but symmetry; Student's t on the differences below that, which needs them
// roughly normal but lets three rounds speak about a factor of ten. One difference gives no interval at all.

import { normalQuantile } from '../distributions/normal.ts';
import { tQuantile } from '../distributions/t-distribution.ts';
import { mean, sampleVariance } from '../moments.ts';
import { signedRankInterval } from '../ranks/signed-rank.ts';

/** The interval at `confidence` (0..1) around the centre of differences in ascending order; infinite for one. */
export function pooledInterval(sorted: Float64Array, confidence: number): { low: number; high: number } {
  const ranked = signedRankInterval(sorted, confidence);
  if (ranked !== null) return ranked;
  if (sorted.length < 2) return { low: -Infinity, high: Infinity };
  const values = Array.from(sorted);
  const halfWidth = pairStandardError(values) * tQuantile((1 + confidence) / 2, values.length - 1);
  return { low: mean(values) - halfWidth, high: mean(values) + halfWidth };
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

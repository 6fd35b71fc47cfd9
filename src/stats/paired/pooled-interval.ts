// The interval that counts rounds: all paired differences of a run as one sample. Signed-rank where it can reach the
// confidence, which needs no assumption but symmetry; below that the wider of Student's t on the differences, and their
// whole range, so that one round the other way is always a doubt. Three or four rounds say next to nothing about their own
// spread, so that t borrows what is known of it from elsewhere (round-noise.ts). One difference gives no interval at all.

import { normalQuantile } from '../distributions/normal.ts';
import { tQuantile, tTwoSided } from '../distributions/t-distribution.ts';
import { mean, squaredDeviations } from '../moments.ts';
import { signedRankInterval, signedRankTwoSided } from '../ranks/signed-rank.ts';
import type { KnownVariance } from './epoch-interval.ts';

/** Fewer rounds have too few ranks for a width: the interval of six is their whole range, half as wide again as it should be. */
const TELLING_ROUNDS = 12;

/** The interval at `confidence` (0..1) around the centre of differences in ascending order; infinite for one. */
export function pooledInterval(
  sorted: Float64Array,
  confidence: number,
  elsewhere: KnownVariance | null = null,
): { low: number; high: number } {
  const ranked = signedRankInterval(sorted, confidence);
  if (ranked !== null) return ranked;
  if (sorted.length < 2) return { low: -Infinity, high: Infinity };
  const values = Array.from(sorted);
  const { standardError, df } = errorOfMean(values, elsewhere);
  const halfWidth = standardError * tQuantile((1 + confidence) / 2, df);
  return {
    low: Math.min(mean(values) - halfWidth, values[0] as number),
    high: Math.max(mean(values) + halfWidth, values.at(-1) as number),
  };
}

/** Chance of differences like these, in ascending order, were their centre 0: the level at which the interval ends there. */
export function pooledProbability(sorted: Float64Array, elsewhere: KnownVariance | null = null): number {
  const ranked = signedRankTwoSided(sorted);
  const allOneWay = (sorted[0] as number) > 0 || (sorted.at(-1) as number) < 0;
  if (!allOneWay || sorted.length < 2) return ranked;
  const values = Array.from(sorted);
  const { standardError, df } = errorOfMean(values, elsewhere);
  return standardError === 0 ? 0 : Math.min(ranked, tTwoSided(mean(values) / standardError, df));
}

/** Standard error of the pooled centre, in the unit of the differences, and how well it is known; infinite for one. */
export function pooledStandardError(sorted: Float64Array, elsewhere: KnownVariance | null = null): StandardError {
  const ranked = signedRankInterval(sorted, 0.95);
  if (ranked !== null && sorted.length >= TELLING_ROUNDS) {
    return { standardError: (ranked.high - ranked.low) / (2 * normalQuantile(0.975)), df: sorted.length - 1 };
  }
  return sorted.length < 2 ? { standardError: Infinity, df: 1 } : errorOfMean(Array.from(sorted), elsewhere);
}

/** Of a mean; with the degrees of freedom of the variance behind it, borrowed ones included. */
export interface StandardError {
  readonly standardError: number;
  readonly df: number;
}

function errorOfMean(values: readonly number[], elsewhere: KnownVariance | null): StandardError {
  const known = elsewhere ?? { variance: 0, df: 0 };
  const df = values.length - 1 + known.df;
  const variance = (squaredDeviations(values) + known.df * known.variance) / df;
  return { standardError: Math.sqrt(variance / values.length), df };
}

// What the rounds of one comparison vary by, as the other comparisons of the same scenario show it. Three or four rounds tell
// next to nothing of their own spread: Student's t on them alone leaves a factor of 1.5 undecided. The spread of their
// neighbours is knowledge about it, a scaled inverse chi-squared prior (Smyth, Stat. Appl. Genet. Mol. Biol. 3(1), 2004,
// formula 4). It is never taken for less than what scenarios vary by at large: the neighbours may be the calm ones. Misleads
// where one arm is several times as noisy as all the others: with three to five rounds it is called different too often.

import { squaredDeviations } from '../moments.ts';
import type { KnownVariance } from './epoch-interval.ts';

/**
 * Standard deviation, in log units, of the ratio of two arms from round to round: on a quiet machine eight to nine of ten
 * pairs of the suite's own scenarios vary by less (study `round-noise`).
 */
export const ROUND_NOISE_SD = 0.1;

/** Degrees of freedom that the neighbours are worth; two runs of the study put it at 1.6 and 3.3. */
export const ROUND_NOISE_DF = 3;

/** What is known of one comparison from the log-ratios of the others, one list each; null where there are none. */
export function roundNoise(others: readonly (readonly number[])[]): KnownVariance | null {
  const told = others.filter((logRatios) => logRatios.length > 1);
  if (told.length === 0) return null;
  const df = told.reduce((sum, logRatios) => sum + logRatios.length - 1, 0);
  const seen = told.reduce((sum, logRatios) => sum + squaredDeviations(logRatios), 0) / df;
  return { variance: Math.max(ROUND_NOISE_SD ** 2, seen), df: ROUND_NOISE_DF };
}

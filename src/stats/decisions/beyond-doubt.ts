// When may an arm leave after a handful of rounds? The test that may be watched needs twelve, and a sequential arm that
// takes twelve times as long has spent the budget by then. What is beaten by more than 1.25 in every round so far, and
// by more than a process that is stuck in a slower tier lags behind its twin, needs no such test: every look asks for
// all rounds, so looking again only makes it harder to pass. The level is strict enough for a family of ten arms: the
// word that an arm leaves with is the word that the report judges from the few rounds it has.

import { type Pair, pairedRatio } from '../paired/paired-ratio.ts';

/** Fewest rounds in which a lead shows that it lasts. */
const LEAST_ROUNDS = 5;

/** By how much every single round must be won. */
const ROUND_RATIO = 1.25;

/** By how much the arms must differ at least. Twins that warmed up unalike were seen to differ by 1.5, for a whole epoch. */
export const FAR_RATIO = 1.5;

/** Level of the interval that must agree; a tenth of the verdict's. */
const ALPHA = 0.001;

/** Whether the arm (denominator) is so far from the other one (numerator), either way, that no further round is needed. */
export function isBeyondDoubt(pairs: readonly Pair[]): boolean {
  if (pairs.length < LEAST_ROUNDS) return false;
  const ratios = pairs.map(({ numeratorMs, denominatorMs }) => numeratorMs / denominatorMs);
  const wonAll = ratios.every((ratio) => ratio > ROUND_RATIO);
  if (!wonAll && !ratios.every((ratio) => ratio < 1 / ROUND_RATIO)) return false;
  const { low, high } = pairedRatio(pairs, 1 - ALPHA);
  return wonAll ? low > FAR_RATIO : high < 1 / FAR_RATIO;
}

// What an interval says of the run that made it: the smallest difference it would have decided, and how many times as
// many epochs would decide the one that it left open. Half-widths shrink with the root of the epochs, a little faster
// while they are few, so the answer errs on the side of too many.

import type { RatioInterval } from '../../model/report/report.ts';
import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';

// (2.576 + 0.842) / 2.576: from the half-width of a 99 % interval to the effect found with 80 % chance.
const HALF_WIDTH_TO_EFFECT = 1.327;
/** A run that would have missed even this tells nothing of effects. */
const LARGEST_EFFECT_RATIO = 10;

/** The factor above 1 that would have been told from 1 with 80 % chance; null above ten. */
export function smallestEffectRatio(interval: RatioInterval): number | null {
  const effectRatio = Math.exp(halfWidth(interval) * HALF_WIDTH_TO_EFFECT);
  return effectRatio <= LARGEST_EFFECT_RATIO ? effectRatio : null;
}

/**
 * How many times as many epochs would, with 80 % chance, either tell the measured ratio from 1 or rule out a gain above
 * 5 %, whichever takes fewer. At least 1; Infinity where the interval is open.
 */
export function epochsFactor(interval: RatioInterval): number {
  const effect = Math.log(interval.ratio);
  const wantedHalfWidth = Math.max(Math.abs(effect), Math.log1p(EQUIVALENCE_RATIO) - effect) / HALF_WIDTH_TO_EFFECT;
  const factor = (halfWidth(interval) / wantedHalfWidth) ** 2;
  return Number.isNaN(factor) ? Infinity : Math.max(1, factor);
}

/** A gain up to this share is small enough to say "no more than" of it, where a run cannot rule out 5 %. */
const SMALL_GAIN_RATIO = 0.1;

/**
 * The most that an arm can gain over the other as a share, at least 5 %, where its interval ends low enough and it did not
 * measure more than 5 % itself; null otherwise.
 */
export function mostGainRatio({ ratio, high }: RatioInterval): number | null {
  if (ratio > 1 + EQUIVALENCE_RATIO || high > 1 + SMALL_GAIN_RATIO) return null;
  return Math.max(EQUIVALENCE_RATIO, Math.ceil((high - 1) * 100 - 1e-9) / 100);
}

function halfWidth({ low, high }: RatioInterval): number {
  const width = Math.log(high / low) / 2;
  return Number.isNaN(width) ? Infinity : width;
}

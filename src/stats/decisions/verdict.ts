// One word for a row. With d the equivalence ratio, the 99 % interval either ends at or below 1+d, and does not lie below
// 1: 'no gain', whatever it leaves open below; or it lies wholly on one side of 1: 'faster' or 'slower'; or it says
// nothing: 'undecided'. A decided difference within 1/(1+d)..1+d is too small to matter and is 'no gain' as well. One
// interval serves all words, so the chance that the word is false is at most that of the interval missing the truth. A
// difference must also convince the test that may be watched (betting.ts). When to stop a run: stopping.ts.

import type { RatioInterval } from '../../model/report.ts';
import { tTwoSided } from '../distributions/t-distribution.ts';
import { mean, sampleVariance } from '../moments.ts';
import { epochProbability } from '../paired/epoch-interval.ts';
import { type Pair, type PairedEffect, type ProcessAssumption, pairedEffect } from '../paired/paired-effect.ts';
import { ratioOfEffect } from '../paired/paired-ratio.ts';
import { BettingTest } from './betting.ts';

export { judgeVersion } from './version-verdict.ts';

/** What counts as the same, and what is known of the processes. */
export interface StrategyJudgeOptions extends ProcessAssumption {
  /** Differences up to this share do not matter: 0.05 is 5 %. */
  readonly equivalenceRatio: number;
}

/** What can be said of an arm against the reference. */
export interface StrategyJudgement {
  readonly verdict: 'faster' | 'slower' | 'no gain' | 'undecided';
  /** Reference time over arm time, to read. */
  readonly interval95: RatioInterval;
  /** The same, to decide. */
  readonly interval99: RatioInterval;
  /** The factor (at least 1) that this run would have told from 1 with 80 % chance; Infinity for one round. */
  readonly smallestEffectRatio: number;
  /** Chance of such evidence from equal arms, 0..1; for Holm's correction within a scenario. */
  readonly probability: number;
}

/** Strategies that differ by no more than this share count as equal. */
export const EQUIVALENCE_RATIO = 0.05;

/** Level at which a difference is decided. */
export const DECISION_ALPHA = 0.01;

/** Fewest rounds at which the betting test can decide; below it a t-test on a fixed number of rounds stands in. */
export const BETTING_ROUNDS = 12;

// (2.576 + 0.842) / 2.576: from the half-width of a 99 % interval to the effect found with 80 % chance.
const HALF_WIDTH_TO_EFFECT = 1.327;

/** Judges an arm (denominator) against the reference (numerator): above 1 the arm is faster. Throws as pairedRatio. */
export function judgeStrategy(pairs: readonly Pair[], options: StrategyJudgeOptions): StrategyJudgement {
  const effect = pairedEffect(pairs, options);
  const interval95 = plain(ratioOfEffect(effect, 0.95));
  const interval99 = plain(ratioOfEffect(effect, 1 - DECISION_ALPHA));
  const probability = probabilityOf(effect);
  const halfWidth = Math.log(interval99.high / interval99.low) / 2;
  return {
    verdict: wordFor(interval99, probability, 1 + options.equivalenceRatio),
    interval95,
    interval99,
    smallestEffectRatio: Number.isNaN(halfWidth) ? Infinity : Math.exp(halfWidth * HALF_WIDTH_TO_EFFECT),
    probability,
  };
}

/** The word for an interval and a probability, `band` being 1 + the equivalence ratio. */
export function wordFor(interval: RatioInterval, probability: number, band: number): StrategyJudgement['verdict'] {
  const convinces = probability <= DECISION_ALPHA;
  if (interval.low < 1 / band && interval.high < 1 && convinces) return 'slower';
  if (hasNoGainAbove(interval, band - 1)) return 'no gain';
  return interval.low > 1 && convinces ? 'faster' : 'undecided';
}

/** True where the interval rules out a gain above this share: 0.05 is 5 %. */
export function hasNoGainAbove({ high }: RatioInterval, shareRatio: number): boolean {
  return high <= 1 + shareRatio;
}

// Both the processes and the rounds must be convinced, so the larger of the two probabilities counts.
function probabilityOf(effect: PairedEffect): number {
  if (effect.logRatios.length < 2) return 1;
  return Math.max(epochProbability(effect.epochs), roundProbability(effect.logRatios));
}

function roundProbability(logRatios: readonly number[]): number {
  if (logRatios.length < BETTING_ROUNDS) {
    const standardError = Math.sqrt(sampleVariance(logRatios) / logRatios.length);
    if (standardError === 0) return mean(logRatios) === 0 ? 1 : 0;
    return tTwoSided(mean(logRatios) / standardError, logRatios.length - 1);
  }
  const test = new BettingTest({ alpha: DECISION_ALPHA });
  for (const logRatio of logRatios) test.observe(logRatio);
  return test.probability;
}

function plain({ ratio, low, high }: RatioInterval): RatioInterval {
  return { ratio, low, high };
}

// One word for a row. An interval wholly on one side of 1 says 'faster' or 'slower', at the level that the family of
// comparisons needs. With d the equivalence ratio, the interval that is meant for reading says 'no gain' where it ends at
// or below 1+d: not a find but the want of one, so it pays for no family, and a difference too small to matter is none.
// Anything else is 'undecided'. The interval that decided is returned with the word, so that a table never shows one
// that contradicts it. For one look at the end of a run; when to stop one, ask stopping.ts.

import type { RatioInterval } from '../../model/report/report.ts';
import { epochProbability } from '../paired/epoch-interval.ts';
import { type Pair, type PairedEffect, type ProcessAssumption, pairedEffect } from '../paired/paired-effect.ts';
import { ratioOfEffect } from '../paired/paired-ratio.ts';
import { pooledProbability } from '../paired/pooled-interval.ts';

/** What counts as the same, and what is known of the processes. */
export interface StrategyJudgeOptions extends ProcessAssumption {
  /** Differences up to this share do not matter: 0.05 is 5 %. */
  readonly equivalenceRatio: number;
}

/** A word and the interval that it was read off. */
export interface DecidedWord {
  readonly verdict: 'faster' | 'slower' | 'no gain' | 'undecided';
  /** Reference time over arm time, at the confidence that decided, or failed to. */
  readonly decidingInterval: RatioInterval;
  /** Confidence of that interval, 0..1. */
  readonly decidingConfidence: number;
}

/** What can be said of an arm against the reference. */
export interface StrategyJudgement extends Pick<DecidedWord, 'verdict'> {
  /** Reference time over arm time, to read. */
  readonly interval95: RatioInterval;
  /** The same, to decide where there is one comparison only. */
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

/** Confidence of intervals that are meant for reading, and of 'no gain'. */
const READING_CONFIDENCE = 0.95;

// (2.576 + 0.842) / 2.576: from the half-width of a 99 % interval to the effect found with 80 % chance.
const HALF_WIDTH_TO_EFFECT = 1.327;

/** Judges an arm (denominator) against the reference (numerator): above 1 the arm is faster. Throws as pairedRatio. */
export function judgeStrategy(pairs: readonly Pair[], options: StrategyJudgeOptions): StrategyJudgement {
  const effect = pairedEffect(pairs, options);
  const interval99 = plain(ratioOfEffect(effect, 1 - DECISION_ALPHA));
  const halfWidth = Math.log(interval99.high / interval99.low) / 2;
  return {
    verdict: decideAt(effect, 1 - DECISION_ALPHA, options).verdict,
    interval95: plain(ratioOfEffect(effect, READING_CONFIDENCE)),
    interval99,
    smallestEffectRatio: Number.isNaN(halfWidth) ? Infinity : Math.exp(halfWidth * HALF_WIDTH_TO_EFFECT),
    probability: probabilityOf(effect),
  };
}

/** The word for an effect where differences must stand at `confidence` (0..1), as Holm's procedure sets it in a family. */
export function decideAt(
  effect: PairedEffect,
  confidence: number,
  { equivalenceRatio }: Pick<StrategyJudgeOptions, 'equivalenceRatio'>,
): DecidedWord {
  const decidingInterval = plain(ratioOfEffect(effect, confidence));
  const verdict = wordFor(decidingInterval, 1 + equivalenceRatio);
  const read = plain(ratioOfEffect(effect, READING_CONFIDENCE));
  if (verdict !== 'slower' && hasNoGainAbove(read, equivalenceRatio)) {
    return { verdict: 'no gain', decidingInterval: read, decidingConfidence: READING_CONFIDENCE };
  }
  return { verdict, decidingInterval, decidingConfidence: confidence };
}

/** The word that one interval gives, `band` being 1 + the equivalence ratio. */
export function wordFor(interval: RatioInterval, band: number): StrategyJudgement['verdict'] {
  if (interval.low < 1 / band && interval.high < 1) return 'slower';
  if (hasNoGainAbove(interval, band - 1)) return 'no gain';
  return interval.low > 1 ? 'faster' : 'undecided';
}

/** True where the interval rules out a gain above this share: 0.05 is 5 %. */
export function hasNoGainAbove({ high }: RatioInterval, shareRatio: number): boolean {
  return high <= 1 + shareRatio;
}

/** Chance of such evidence from equal arms: the level at which the interval ends at 1. Processes and rounds must both be convinced. */
export function probabilityOf(effect: PairedEffect): number {
  if (effect.logRatios.length < 2) return 1;
  return Math.max(epochProbability(effect.epochs), pooledProbability(effect.sorted, effect.elsewhere));
}

function plain({ ratio, low, high }: RatioInterval): RatioInterval {
  return { ratio, low, high };
}

// When may a run stop measuring an arm? Asking judgeStrategy after every round until it says something would be peeking
// at an interval meant for one look. So two tests must agree: the betting test, which may be watched, and an interval
// over epochs that pays for being watched with a stricter level and by never forgetting how much processes differ
// elsewhere. The verdict of the stopped run then follows from judgeStrategy as ever. Not exact: the rates stand in the
// studies `false-alarms` and `power`.

import { PRIOR_DF } from '../paired/epoch-interval.ts';
import { type Pair, pairedEffect } from '../paired/paired-effect.ts';
import { ratioOfEffect } from '../paired/paired-ratio.ts';
import { isBeyondDoubt } from './beyond-doubt.ts';
import {
  BETTING_ROUNDS,
  judgeStrategy,
  type StrategyJudgement,
  type StrategyJudgeOptions,
  wordFor,
} from './verdict.ts';

/** Level of the interval that may stop a run; a tenth of the verdict's. */
export const STOPPING_ALPHA = 0.001;

/** Fewer epochs cannot show how much the processes of this machine differ; only what is far beyond it settles then. */
const TELLING_EPOCHS = 5;
const FAR_RATIO = 1.25;

/** What the rounds so far already settle; 'undecided' means go on. Never settles before twelve rounds. */
export function settledVerdict(pairs: readonly Pair[], options: StrategyJudgeOptions): StrategyJudgement['verdict'] {
  if (pairs.length < BETTING_ROUNDS) return 'undecided';
  const effect = pairedEffect(pairs, { ...options, leastBorrowedDf: PRIOR_DF });
  const interval = ratioOfEffect(effect, 1 - STOPPING_ALPHA);
  const isFar = interval.low > FAR_RATIO || interval.high < 1 / FAR_RATIO;
  if (effect.epochCount < TELLING_EPOCHS && !isFar) return 'undecided';
  const word = wordFor(interval, 0, 1 + options.equivalenceRatio);
  // The verdict brings in the betting test, and makes sure that a run does not stop on a word it then takes back.
  return word !== 'undecided' && judgeStrategy(pairs, options).verdict === word ? word : 'undecided';
}

/**
 * Whether an arm may leave the later rounds, as far as this pair is concerned; ask it against the reference and against
 * the fastest arm. Its word is judged from the rounds it had, and stays what it was.
 */
export function mayLeave(pairs: readonly Pair[], options: StrategyJudgeOptions): boolean {
  return isBeyondDoubt(pairs) || settledVerdict(pairs, options) !== 'undecided';
}

// When may a run stop measuring an arm? Asking judgeStrategy after every round until it says something would be peeking
// at an interval meant for one look. So three must agree: the betting test, which may be watched; an interval over
// epochs that pays for being watched with a stricter level and by never forgetting how much processes differ elsewhere;
// and the epochs one by one, since processes of the same code may differ by a third for as long as they live, which one
// epoch alone cannot show. Not exact: the rates stand in the studies `false-alarms` and `power`.

import { type Pair, type PairedEffect, pairedEffect } from '../paired/paired-effect.ts';
import { ratioOfEffect } from '../paired/paired-ratio.ts';
import { BettingTest } from './betting.ts';
import { FAR_RATIO, isBeyondDoubt } from './beyond-doubt.ts';
import {
  DECISION_ALPHA,
  judgeStrategy,
  type StrategyJudgement,
  type StrategyJudgeOptions,
  wordFor,
} from './verdict.ts';

/** Level of the interval that may stop a run; a tenth of the verdict's. */
export const STOPPING_ALPHA = 0.001;

/** Fewest rounds at which the betting test can decide anything. */
export const BETTING_ROUNDS = 12;

/** An epoch with fewer rounds has no say yet: by chance it may agree with the one before. */
const TELLING_ROUNDS = 5;

/** What an epoch must show by itself to agree; one epoch in five may fail to. */
const AGREEING_RATIO = 1.05;
const AGREEING_SHARE = 0.8;

/** What the rounds so far already settle; 'undecided' means go on. Never settles before twelve rounds. */
export function settledVerdict(pairs: readonly Pair[], options: StrategyJudgeOptions): StrategyJudgement['verdict'] {
  const telling = tellingPairs(pairs);
  if (telling.length < BETTING_ROUNDS) return 'undecided';
  const effect = pairedEffect(telling, { ...options, keepsExpected: true });
  const interval = ratioOfEffect(effect, 1 - STOPPING_ALPHA);
  const band = 1 + options.equivalenceRatio;
  const word = wordFor(interval, band);
  // What gains nothing may still turn out to be slower: only a tie is settled by gaining nothing.
  const holds = word === 'no gain' ? interval.low >= 1 / band : epochsAgree(effect, interval) && isBetOn(pairs);
  if (!holds) return 'undecided';
  // A run must not stop on a word that its verdict then takes back.
  return judgeStrategy(pairs, options).verdict === word ? word : 'undecided';
}

/**
 * Whether an arm may leave the later rounds, as far as this pair is concerned; ask it against the reference and against
 * the fastest arm. Its word is judged from the rounds it had, and stays what it was.
 */
export function mayLeave(pairs: readonly Pair[], options: StrategyJudgeOptions): boolean {
  return isBeyondDoubt(pairs) || settledVerdict(pairs, options) !== 'undecided';
}

function tellingPairs(pairs: readonly Pair[]): Pair[] {
  return [...Map.groupBy(pairs, ({ epoch }) => epoch).values()].filter((rows) => rows.length >= TELLING_ROUNDS).flat();
}

/** One epoch alone counts only for what no process was ever seen to differ by; several must point the same way. */
function epochsAgree({ epochCentres }: PairedEffect, { low, high }: { low: number; high: number }): boolean {
  if (epochCentres.length === 1) return low > FAR_RATIO || high < 1 / FAR_RATIO;
  const least = Math.log(AGREEING_RATIO);
  const agreeing = epochCentres.filter((centre) => (low > 1 ? centre : -centre) > least);
  return agreeing.length >= AGREEING_SHARE * epochCentres.length;
}

function isBetOn(pairs: readonly Pair[]): boolean {
  const test = new BettingTest({ alpha: DECISION_ALPHA });
  for (const { numeratorMs, denominatorMs } of [...pairs].sort((a, b) => a.round - b.round)) {
    test.observe(Math.log(numeratorMs / denominatorMs));
  }
  return test.probability <= DECISION_ALPHA;
}

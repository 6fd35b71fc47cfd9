// Whether more rounds could still change what is said of a scenario. Only differences decided by the anytime-valid test
// settle anything, so looking after every round changes no error rate; a tie is never settled early and spends its
// whole share of the budget.

import type { Sample } from '../model/document.ts';
import { median } from '../stats/quantile.ts';
import { BETTING_ROUNDS, judgeStrategy } from '../stats/verdict.ts';

const EQUIVALENCE_RATIO = 0.05;

/** The arms of one scenario: the reference first, the placebo and failed arms left out. */
export type ArmSamples = readonly (readonly Sample[])[];

/** True when every arm differs decidedly from the reference, and the fastest from the second fastest. */
export function isSettled(arms: ArmSamples): boolean {
  const [reference, ...others] = arms;
  if (!reference || others.length === 0 || reference.length < BETTING_ROUNDS) return false;
  if (!others.every((samples) => differ(reference, samples))) return false;
  const [fastest, second] = [...arms].sort((a, b) => medianWallMs(a) - medianWallMs(b));
  return fastest !== undefined && second !== undefined && differ(second, fastest);
}

function differ(numerator: readonly Sample[], denominator: readonly Sample[]): boolean {
  const byRound = new Map(denominator.map((sample) => [sample.round, sample]));
  const pairs = numerator.flatMap(({ epoch, round, wallMs }) => {
    const other = byRound.get(round);
    return other ? [{ epoch, round, numeratorMs: wallMs, denominatorMs: other.wallMs }] : [];
  });
  if (pairs.length < BETTING_ROUNDS) return false;
  const { verdict } = judgeStrategy(pairs, { equivalenceRatio: EQUIVALENCE_RATIO });
  return verdict === 'faster' || verdict === 'slower';
}

function medianWallMs(samples: readonly Sample[]): number {
  return median(samples.map(({ wallMs }) => wallMs));
}

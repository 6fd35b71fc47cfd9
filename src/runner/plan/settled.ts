// Whether more rounds could still change what is said of a scenario. The question is asked after every round, so it is
// answered by the verdict that may be watched (stats/stopping.ts); a tie that is not yet narrow enough to rule out a gain
// is never settled early and spends its whole share of the budget.

import type { Sample } from '../../model/document.ts';
import { settledVerdict } from '../../stats/decisions/stopping.ts';
import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import { median } from '../../stats/quantile.ts';

/** The arms of one scenario: the reference first, the placebo and failed arms left out. */
export type ArmSamples = readonly (readonly Sample[])[];

/** True when every arm is settled against the reference, and the fastest against the second fastest. */
export function isSettled(arms: ArmSamples): boolean {
  const [reference = [], ...others] = arms;
  if (!others.every((samples) => areTold(reference, samples))) return false;
  const [fastest = [], second = []] = [...arms].sort((a, b) => medianWallMs(a) - medianWallMs(b));
  return areTold(second, fastest);
}

/** Arms without samples never are. */
function areTold(numerator: readonly Sample[], denominator: readonly Sample[]): boolean {
  const byRound = new Map(denominator.map((sample) => [sample.round, sample]));
  const pairs = numerator.flatMap(({ epoch, round, wallMs, contaminated }) => {
    const other = byRound.get(round);
    if (!other || contaminated) return [];
    return [{ epoch, round, numeratorMs: wallMs, denominatorMs: other.wallMs }];
  });
  return settledVerdict(pairs, { equivalenceRatio: EQUIVALENCE_RATIO }) !== 'undecided';
}

function medianWallMs(samples: readonly Sample[]): number {
  return median(samples.map(({ wallMs }) => wallMs));
}

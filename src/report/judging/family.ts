// Several comparisons in one scenario are one family: with eight arms, one "1 %" finding in twelve runs is chance. Holm's
// correction decides which differences stand. It needs small probabilities, and the betting test cannot give any in a
// dozen rounds, however large the difference; so an interval at the family's own level (Bonferroni, which is stricter
// than Holm) may speak instead.

import { holm } from '../../stats/decisions/holm.ts';
import {
  DECISION_ALPHA,
  EQUIVALENCE_RATIO,
  judgeStrategy,
  type StrategyJudgement,
} from '../../stats/decisions/verdict.ts';
import { type Pair, pairedRatio } from '../../stats/paired/paired-ratio.ts';
import type { Arm } from '../arms/arm.ts';
import { makespanPairs } from '../arms/pairs.ts';

/** One arm held against another. */
export interface Pairing {
  readonly arm: Arm;
  readonly other: Arm;
}

/** For each comparison of a family: its judgement, "undecided" where the difference does not stand in the family. */
export function judgeFamily(comparisons: readonly Pairing[]): (StrategyJudgement | null)[] {
  const pairs = comparisons.map(({ arm, other }) => makespanPairs(other, arm));
  const judgements = pairs.map((own) => (own.length === 0 ? null : judgeStrategy(own, JUDGING)));
  const adjusted = holm(judgements.map((judgement) => judgement?.probability ?? 1));
  return judgements.map((judgement, index) => {
    if (judgement?.verdict !== 'faster' && judgement?.verdict !== 'slower') return judgement;
    const stands = (adjusted[index] ?? 1) <= DECISION_ALPHA || excludesOne(pairs[index] ?? [], comparisons.length);
    return stands ? judgement : { ...judgement, verdict: 'undecided' };
  });
}

const JUDGING = { equivalenceRatio: EQUIVALENCE_RATIO };

function excludesOne(pairs: readonly Pair[], familySize: number): boolean {
  const { low, high } = pairedRatio(pairs, 1 - DECISION_ALPHA / familySize);
  return low > 1 || high < 1;
}

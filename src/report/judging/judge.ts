// Two arms of one scenario held against each other. Rows, winner
// and sentences ask about the same two arms; each answer is worked out once.

import { EQUIVALENCE_RATIO, judgeStrategy, type StrategyJudgement } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import { makespanPairs } from '../arms/pairs.ts';

const known = new WeakMap<Arm, WeakMap<Arm, StrategyJudgement | null>>();

/** How much faster `arm` is than `other`, from the rounds that both ran; null when there are none. */
export function judgeArm(arm: Arm, other: Arm): StrategyJudgement | null {
  const ofArm = known.get(arm) ?? new WeakMap<Arm, StrategyJudgement | null>();
  known.set(arm, ofArm);
  const before = ofArm.get(other);
  if (before !== undefined) return before;
  const pairs = makespanPairs(other, arm);
  const judgement = pairs.length === 0 ? null : judgeStrategy(pairs, { equivalenceRatio: EQUIVALENCE_RATIO });
  ofArm.set(other, judgement);
  return judgement;
}

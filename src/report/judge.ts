// Two arms of one scenario held against each other, and the band within which a difference does not matter.

import { judgeStrategy, type StrategyJudgement } from '../stats/verdict.ts';
import type { Arm } from './arm.ts';
import { makespanPairs } from './pairs.ts';

/** Differences up to this share do not matter. */
export const EQUIVALENCE_RATIO = 0.05;

/** How much faster `arm` is than `other`, from the rounds that both ran; null when there are none. */
export function judgeArm(arm: Arm, other: Arm): StrategyJudgement | null {
  const pairs = makespanPairs(other, arm);
  return pairs.length === 0 ? null : judgeStrategy(pairs, { equivalenceRatio: EQUIVALENCE_RATIO });
}

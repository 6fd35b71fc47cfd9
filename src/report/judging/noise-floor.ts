// What two copies of the same code differed by in this run.

import type { StrategyJudgement } from '../../stats/decisions/verdict.ts';

/** The farther end of the placebo's 95 % interval from 1, as a share; null where it is open or there is no placebo. */
export function noiseFloorRatio(placebo: StrategyJudgement | null): number | null {
  if (placebo === null) return null;
  const { low, high } = placebo.interval95;
  const ratio = Math.expm1(Math.max(Math.abs(Math.log(low)), Math.abs(Math.log(high))));
  return Number.isFinite(ratio) ? ratio : null;
}

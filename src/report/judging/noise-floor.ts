// What two copies of the same code differed by in this run.

import type { Decision } from './family.ts';

/** The farther end of the placebo's interval from 1, as a share; null where it is open or there is no placebo. */
export function noiseFloorRatio(placebo: Decision | null): number | null {
  if (placebo === null) return null;
  const { low, high } = placebo.interval;
  const ratio = Math.expm1(Math.max(Math.abs(Math.log(low)), Math.abs(Math.log(high))));
  return Number.isFinite(ratio) ? ratio : null;
}

// The worker of a bare pool: the same kernels, nothing around them.

import { mixUnits } from '../../src/kernels.ts';

export function compute(seed: number): number {
  return mixUnits(11, seed);
}

export function nothing(index: number): number {
  return index;
}

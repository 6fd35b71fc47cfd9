// How often something happens in a number of trials: the tail of the binomial distribution, which is an incomplete beta
// function (Abramowitz & Stegun 26.5.24). Misleads where trials are not independent: one slow day is many cells at once.

import { incompleteBeta } from './incomplete-beta.ts';

/** Chance of at least `count` of `trialCount`, each with probability `p` (0..1). */
export function binomialTail(count: number, trialCount: number, p: number): number {
  if (count <= 0) return 1;
  return count > trialCount ? 0 : incompleteBeta(p, count, trialCount - count + 1);
}

// One-sample Kolmogorov-Smirnov: the largest gap between the samples' distribution and the formula's. The indices are
// asked for in a shuffled order, since a sample must not depend on when it is asked for.

import { sampleDelayMs } from '../fixtures/delay-choice.ts';
import type { Shape } from '../fixtures/distributions/distribution.ts';
import { FAMILIES, FAMILY_NAMES, type FamilyName } from '../fixtures/distributions/families.ts';
import { seededWord } from '../fixtures/seeded.ts';

/** How well one distribution fits. */
export interface Fit {
  readonly name: FamilyName;
  /** Largest gap between the two distribution functions, 0..1. */
  readonly gap: number;
  /** What chance exceeds in one of a hundred seeds. */
  readonly allowed: number;
}

const SAMPLE_COUNT = 1_000;
const CRITICAL_AT_1_PERCENT = 1.628;
const MS = 20;
const SHAPE: Shape = {
  to: 60,
  sd: 6,
  sigma: 0.6,
  alpha: 2.5,
  share: 0.1,
  slow: 200,
  table: [
    { percent: 50, delayMs: 25 },
    { percent: 90, delayMs: 60 },
    { percent: 99, delayMs: 150 },
    { percent: 100, delayMs: 400 },
  ],
};

function gapOf(name: FamilyName, seed: number): number {
  const distribution = FAMILIES[name].make(MS, SHAPE);
  const indices = Array.from({ length: SAMPLE_COUNT }, (_, index) => index);
  indices.sort((left, right) => seededWord(seed, left) - seededWord(seed, right));
  const samples = indices
    .map((index) => sampleDelayMs(name, MS, SHAPE, seed, index))
    .sort((left, right) => left - right);
  let gap = 0;
  for (const [rank, sample] of samples.entries()) {
    // At a step of the formula (fixed delays, stragglers) the samples at it count together: compare after the last one.
    if (samples[rank + 1] === sample) continue;
    gap = Math.max(gap, Math.abs((rank + 1) / SAMPLE_COUNT - distribution.share(sample)));
  }
  return gap;
}

/** Fits every distribution at one seed. */
export function fitDistributions(seed = 1): Fit[] {
  const allowed = CRITICAL_AT_1_PERCENT / Math.sqrt(SAMPLE_COUNT);
  return FAMILY_NAMES.map((name) => ({ name, gap: gapOf(name, seed), allowed }));
}

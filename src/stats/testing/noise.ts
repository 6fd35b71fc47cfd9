// Rounds as a busy machine would give them, for tests: skewed noise with rare spikes, a drift that both arms of a round
// share, and an offset of each process that lasts for its epoch. Seeded, so a test is as certain as arithmetic.

import { normalQuantile } from '../distributions/normal.ts';
import type { Pair } from '../paired/paired-effect.ts';

/** How noisy, and what is true. */
export interface NoiseOptions {
  readonly epochCount: number;
  readonly roundsPerEpoch: number;
  /** True ratio, numerator over denominator. */
  readonly ratio: number;
  /** Scale of the noise of one arm, in log units. */
  readonly noiseSd: number;
  /** Standard deviation of the difference of two processes, in log units. */
  readonly offsetSd: number;
}

/** Pairs of one simulated run. */
export function noisyPairs(random: () => number, options: NoiseOptions): Pair[] {
  const { epochCount, roundsPerEpoch, ratio, noiseSd, offsetSd } = options;
  const pairs: Pair[] = [];
  let drift = 0;
  for (let epoch = 0; epoch < epochCount; epoch++) {
    const offset = Math.exp(offsetSd * normal(random));
    for (let row = 0; row < roundsPerEpoch; row++) {
      drift = 0.95 * drift + 0.05 * normal(random);
      const base = 50 * Math.exp(drift);
      pairs.push({
        epoch,
        round: pairs.length,
        numeratorMs: base * ratio * offset * Math.exp(skewed(random, noiseSd)),
        denominatorMs: base * Math.exp(skewed(random, noiseSd)),
      });
    }
  }
  return pairs;
}

/** A standard normal deviate. */
export function normal(random: () => number): number {
  return normalQuantile(Math.max(1e-12, random()));
}

function skewed(random: () => number, sd: number): number {
  const spike = random() < 0.05 ? -5 * sd * Math.log(Math.max(1e-12, random())) : 0;
  return sd * Math.abs(normal(random)) + spike;
}

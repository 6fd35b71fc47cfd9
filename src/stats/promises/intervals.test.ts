// Does a 95 % interval hold the truth 95 % of the time? Hundreds of simulated runs each, from fixed seeds.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { tailRatios } from '../bootstrap.ts';
import { pairedRatio } from '../paired/paired-ratio.ts';
import { noisyPairs } from '../testing/noise.ts';

const RUN = { epochCount: 8, roundsPerEpoch: 20, ratio: 1, noiseSd: 0.1, offsetSd: 0.02 };

function coverage(ratio: number, runs: number, options: Partial<typeof RUN>): number {
  const random = seededRandom(Math.round(ratio * 1000));
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const { low, high } = pairedRatio(noisyPairs(random, { ...RUN, ratio, ...options }), 0.95);
    if (low <= ratio && ratio <= high) covered++;
  }
  return covered / runs;
}

test('95 % intervals hold the truth 95 % of the time: eight epochs, skewed noise, drift, process offsets', () => {
  for (const ratio of [0.9, 1, 9]) {
    const share = coverage(ratio, 350, {});
    expect(share, `ratio ${ratio}`).toBeGreaterThan(0.93);
    expect(share, `ratio ${ratio}`).toBeLessThan(0.985);
  }
});

test('with few epochs the borrowed degrees keep the promise where the rounds alone would break it', () => {
  for (const epochCount of [1, 2, 3]) {
    const share = coverage(1.25, 250, { epochCount, roundsPerEpoch: 60, offsetSd: 0.03 });
    expect(share, `${epochCount} epochs`).toBeGreaterThan(0.92);
  }
});

test('two arms with one tail: the p95 interval holds the truth at least nine times of ten', () => {
  const random = seededRandom(3);
  const run = { epochCount: 10, roundsPerEpoch: 30, ratio: 1.5, noiseSd: 0.1, offsetSd: 0.01 };
  const asked = { quantiles: [0.95], confidence: 0.95, seed: 1, resampleCount: 200 };
  const intervals = Array.from({ length: 100 }, () => tailRatios(noisyPairs(random, run), asked)[0]);
  const covered = intervals.filter((interval) => interval && interval.low <= 1.5 && 1.5 <= interval.high).length;
  expect(covered).toBeGreaterThanOrEqual(90);
});

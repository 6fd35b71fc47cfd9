// Does a 95 % interval hold the truth 95 % of the time? Hundreds of simulated runs each, from fixed seeds.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { tailRatios } from '../bootstrap.ts';
import { pairedRatio } from '../paired/paired-ratio.ts';
import { shiftOfSorted } from '../ranks/shift.ts';
import { noisyPairs, normal } from '../testing/noise.ts';
import { unpairedRatio } from '../unpaired-ratio.ts';

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

function samples(random: () => number, centreMs: number, epochCount: number, count: number, offsetSd = 0.02) {
  return Array.from({ length: epochCount }, (_, epoch) => {
    const levelMs = centreMs * Math.exp(offsetSd * normal(random));
    return Array.from({ length: count }, () => ({
      epoch,
      wallMs: levelMs * Math.exp(0.08 * Math.abs(normal(random))),
    }));
  }).flat();
}

test('unpaired, it holds the truth 95 % of the time when only what it can see varies', () => {
  for (const epochCount of [2, 6]) {
    const random = seededRandom(epochCount);
    let covered = 0;
    for (let run = 0; run < 300; run++) {
      const { low, high } = unpairedRatio(
        samples(random, 20, epochCount, 15),
        samples(random, 22, epochCount, 15),
        0.95,
      );
      if (low <= 1.1 && 1.1 <= high) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.92);
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

test('a shift of two samples of twelve is held 95 % of the time', () => {
  const random = seededRandom(9);
  let covered = 0;
  for (let run = 0; run < 500; run++) {
    const base = Float64Array.from({ length: 12 }, random).sort();
    const head = Float64Array.from({ length: 12 }, () => random() + 0.1).sort();
    const { low, high } = shiftOfSorted(base, head, 0.95);
    if (low <= 0.1 && 0.1 <= high) covered++;
  }
  expect(covered / 500).toBeGreaterThan(0.93);
});

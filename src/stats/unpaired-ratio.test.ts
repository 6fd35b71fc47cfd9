import { expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { normal } from './testing/noise.ts';
import { unpairedRatio } from './unpaired-ratio.ts';

function samples(random: () => number, centreMs: number, epochCount: number, count: number, offsetSd = 0.02) {
  return Array.from({ length: epochCount }, (_, epoch) => {
    const levelMs = centreMs * Math.exp(offsetSd * normal(random));
    return Array.from({ length: count }, () => ({
      epoch,
      wallMs: levelMs * Math.exp(0.08 * Math.abs(normal(random))),
    }));
  }).flat();
}

test('head over base: 1.5 is half as long again', () => {
  const random = seededRandom(1);
  const { ratio, low, high } = unpairedRatio(samples(random, 20, 4, 20), samples(random, 30, 4, 20), 0.95);
  expect(ratio).toBeGreaterThan(1.45);
  expect(ratio).toBeLessThan(1.55);
  expect(low).toBeLessThan(ratio);
  expect(high).toBeGreaterThan(ratio);
});

test('holds the truth 95 % of the time when only what it can see varies', () => {
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

test('a single sample on a side says nothing about the spread; nonsense is refused', () => {
  const single = unpairedRatio([{ epoch: 0, wallMs: 2 }], [{ epoch: 0, wallMs: 3 }], 0.95);
  expect(single).toMatchObject({ low: 0, high: Infinity });
  expect(single.ratio).toBeCloseTo(1.5, 12);
  expect(() => unpairedRatio([], [{ epoch: 0, wallMs: 3 }], 0.95)).toThrow(RangeError);
  expect(() => unpairedRatio([{ epoch: 0, wallMs: 0 }], [{ epoch: 0, wallMs: 3 }], 0.95)).toThrow('above 0');
});

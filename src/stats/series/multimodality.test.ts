import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { normal } from '../testing/noise.ts';
import { modality } from './multimodality.ts';

const draw = (seed: number, count: number, next: (random: () => number, index: number) => number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => next(random, index));
};

test('round trips at 20 or at 140 microseconds are two ways to run', () => {
  const found = modality(
    draw(1, 200, (random, index) => (index % 4 === 0 ? 0.14 : 0.02) * Math.exp(0.15 * normal(random))),
  );
  expect(found.multimodal).toBe(true);
  expect(found.valleyAt).toBeGreaterThan(0.025);
  expect(found.valleyAt).toBeLessThan(0.12);
  expect(found.minorShareRatio).toBeCloseTo(0.25, 1);
});

test('too few values are never flagged, nor are a few outliers', () => {
  expect(modality([...new Array<number>(10).fill(1), ...new Array<number>(10).fill(9)]).multimodal).toBe(false);
  expect(
    modality(draw(3, 200, (random, index) => (index < 4 ? 50 : 1) * Math.exp(0.05 * normal(random)))).multimodal,
  ).toBe(false);
});

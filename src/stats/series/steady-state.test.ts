import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { normal } from '../testing/noise.ts';
import { FEWEST_TELLING_BATCHES, warmthOf } from './steady-state.ts';

/** Batches without noise: pairs of count and time. */
const exact = (...stretches: readonly (readonly [count: number, wallMs: number])[]) =>
  stretches.flatMap(([count, wallMs]) => new Array<number>(count).fill(wallMs));

test('one level is settled from the fewest batches on', () => {
  expect(warmthOf(exact([FEWEST_TELLING_BATCHES, 10]))).toEqual({ settled: true, stillFallingRatio: 0 });
  expect(warmthOf(exact([FEWEST_TELLING_BATCHES - 1, 10]))).toBeNull();
  expect(warmthOf([])).toBeNull();
});

test('what the last doubling gained is the second quarter over the second half', () => {
  expect(warmthOf(exact([4, 50], [4, 11], [8, 10]))?.stillFallingRatio).toBeCloseTo(0.1);
  expect(warmthOf(exact([4, 50], [4, 11], [8, 10]))?.settled).toBe(false);
  expect(warmthOf(exact([4, 50], [4, 10.1], [8, 10]))?.settled).toBe(true);
});

test('a slow start that is over, a single slow batch and a rise do not count as falling', () => {
  expect(warmthOf(exact([3, 90], [13, 10]))?.settled).toBe(true);
  expect(warmthOf([...exact([6, 10]), 60, ...exact([9, 10])])?.settled).toBe(true);
  const slower = warmthOf(exact([8, 10], [8, 12]));
  expect(slower?.settled).toBe(true);
  expect(slower?.stillFallingRatio).toBeLessThan(0);
});

test('an odd number of batches has its quarters too', () => {
  expect(warmthOf(exact([3, 30], [3, 20], [7, 10]))?.stillFallingRatio).toBeCloseTo(1);
});

test('code that gains five percent with each doubling is told from noise of two percent', () => {
  const random = seededRandom(4);
  const falling = Array.from({ length: 60 }, (_, at) => 10 * (at + 1) ** -0.07 * Math.exp(0.02 * normal(random)));
  expect(warmthOf(falling)?.settled).toBe(false);
});

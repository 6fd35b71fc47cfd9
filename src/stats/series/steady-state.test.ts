import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { normal } from '../testing/noise.ts';
import { segmentsOf } from './segments.ts';
import { steadyState } from './steady-state.ts';

function series(seed: number, ...stretches: [count: number, levelMs: number][]): number[] {
  const random = seededRandom(seed);
  return stretches.flatMap(([count, levelMs]) =>
    Array.from({ length: count }, () => levelMs * Math.exp(0.02 * normal(random))),
  );
}

test('segments: levels are found where they change, noise alone is one segment', () => {
  expect(segmentsOf(series(1, [10, 30], [20, 10])).map((segment) => segment.end)).toEqual([10, 30]);
  expect(segmentsOf([])).toEqual([]);
  expect(segmentsOf([5])).toEqual([{ start: 0, end: 1, level: 5 }]);
});

test('warm-up ends with the last slow segment', () => {
  expect(steadyState(series(2, [4, 50], [6, 20], [20, 10]), { cap: 15 })).toMatchObject({
    steady: true,
    warmupCount: 10,
  });
  expect(steadyState(series(3, [30, 10]), { cap: 15 })).toMatchObject({ steady: true, warmupCount: 0 });
});

test('a lone slow batch in the middle still counts as warm-up, a level within tolerance does not', () => {
  expect(steadyState(series(4, [5, 10], [3, 20], [15, 10]), { cap: 15 }).warmupCount).toBe(8);
  expect(steadyState(series(5, [10, 10.5], [20, 10]), { cap: 15 }).warmupCount).toBe(0);
});

test('a warm-up past the cap is cut and said to be so', () => {
  const found = steadyState(series(6, [20, 30], [20, 10]), { cap: 15 });
  expect(found).toMatchObject({ steady: false, warmupCount: 15 });
  expect(found.detail).toContain('cap');
});

test('getting slower, or settling only at the very end, is no steady state', () => {
  const slower = steadyState(series(7, [15, 10], [15, 20]), { cap: 15 });
  expect(slower.steady).toBe(false);
  expect(slower.detail).toContain('slower from batch 16');
  expect(steadyState([50, 49, 51, 50, 50, 51, 49, 50, 10, 10], { cap: 15 }).steady).toBe(false);
  expect(steadyState([], { cap: 15 }).steady).toBe(false);
});

/** Batches without noise, so that every border is exact: pairs of count and time. */
const exact = (...stretches: readonly (readonly [count: number, wallMs: number])[]) =>
  stretches.flatMap(([count, wallMs]) => new Array<number>(count).fill(wallMs));

test('the words for what was found, each with its figures', () => {
  expect(steadyState(exact([10, 10]), { cap: 15 })).toEqual({
    steady: true,
    warmupCount: 0,
    detail: 'steady from the first batch',
  });
  expect(steadyState(exact([4, 50], [6, 10]), { cap: 4 })).toEqual({
    steady: true,
    warmupCount: 4,
    detail: 'steady after 4 batches',
  });
  expect(steadyState(exact([4, 50], [6, 10]), { cap: 3 })).toEqual({
    steady: false,
    warmupCount: 3,
    detail: 'still slow in batch 4, past the cap of 3',
  });
  expect(steadyState(exact([2, 50], [4, 10], [4, 20]), { cap: 15 })).toEqual({
    steady: false,
    warmupCount: 2,
    detail: '100 % slower from batch 7 on',
  });
  expect(steadyState([], { cap: 15 })).toEqual({ steady: false, warmupCount: 0, detail: 'no pilot batches' });
});

test('three batches on the last level are steady, two are not', () => {
  expect(steadyState(exact([4, 50], [3, 10]), { cap: 15 })).toMatchObject({ steady: true, warmupCount: 4 });
  expect(steadyState(exact([4, 50], [2, 10]), { cap: 15 })).toEqual({
    steady: false,
    warmupCount: 4,
    detail: 'not settled within 6 batches',
  });
  expect(steadyState(exact([2, 10]), { cap: 15 }).steady).toBe(false);
});

test('a quick start before the last slow stretch is warm-up as well', () => {
  expect(steadyState(exact([3, 10], [2, 50], [5, 20]), { cap: 15 })).toMatchObject({ steady: true, warmupCount: 5 });
});

test('what is one level is for the caller to say: by default a tenth', () => {
  const slightly = exact([5, 10.8], [5, 10]);
  expect(steadyState(slightly, { cap: 15 }).warmupCount).toBe(0);
  expect(steadyState(slightly, { cap: 15, toleranceRatio: 0.05 }).warmupCount).toBe(5);
  expect(steadyState(exact([5, 11.2], [5, 10]), { cap: 15 }).warmupCount).toBe(5);
  expect(steadyState(exact([5, 9.2], [5, 10]), { cap: 15 }).steady).toBe(true);
  expect(steadyState(exact([5, 8.9], [5, 10]), { cap: 15 }).steady).toBe(false);
});

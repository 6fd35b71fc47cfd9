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

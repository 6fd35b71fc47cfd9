// Critical values: Wilcoxon's table as printed in Hollander & Wolfe (table A.4), by exact enumeration; the data
// example is theirs too (example 3.1, Hamilton depression scale): estimate -0.46, 96.1 % interval (-0.786, -0.010).

import { expect, test } from 'vitest';
import { signedRankCritical, signedRankInterval, signedRankProbabilities } from './signed-rank.ts';
import { pseudomedian } from './walsh.ts';

const BEFORE = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
const change = AFTER.map((value, index) => value - (BEFORE[index] as number));

test('probabilities of the rank sum are those of tossing a coin for each rank', () => {
  expect(Array.from(signedRankProbabilities(3))).toEqual([1, 1, 1, 2, 1, 1, 1].map((ways) => ways / 8));
});

test('critical values of the printed table (the largest T that still rejects), plus one', () => {
  const table: [number, number, number][] = [
    [6, 0.025, 0],
    [10, 0.025, 8],
    [15, 0.025, 25],
    [20, 0.025, 52],
    [8, 0.005, 0],
    [15, 0.005, 15],
    [20, 0.005, 37],
  ];
  for (const [count, tail, largest] of table) expect(signedRankCritical(count, tail), `n=${count}`).toBe(largest + 1);
  expect(signedRankCritical(5, 0.025)).toBe(0);
  expect(signedRankCritical(7, 0.005)).toBe(0);
});

test('the normal approximation meets the exact values where they part', () => {
  expect(signedRankCritical(51, 0.025)).toBe(454); // the same by counting all sums
  expect(signedRankCritical(60, 0.025)).toBe(649); // the same by counting all sums
  expect(signedRankCritical(100, 0.005)).toBe(1776); // 1780 by counting all sums
  expect(signedRankCritical(1, 0.5)).toBe(1);
  expect(signedRankCritical(50, 0.025)).toBe(435); // Wilcoxon & Wilcox 1964: T = 434 for n = 50
});

test('a worked example from the literature', () => {
  expect(pseudomedian(change)).toBeCloseTo(-0.46, 3);
  const interval = signedRankInterval(Float64Array.from(change).sort(), 0.96);
  expect(interval?.low).toBeCloseTo(-0.786, 3);
  expect(interval?.high).toBeCloseTo(-0.01, 3);
});

test('too few values give no interval rather than a narrow one', () => {
  expect(signedRankInterval(Float64Array.of(1, 2, 3, 4, 5), 0.95)).toBeNull();
  expect(signedRankInterval(Float64Array.of(1, 2, 3, 4, 5, 6), 0.95)).toEqual({ low: 1, high: 6 });
});

import { expect, test } from 'vitest';
import { trendOf } from './trend.ts';

test('the slope is the median of those of all pairs: SciPy gives 0.4', () => {
  // scipy.stats.theilslopes([5, 1, 4, 9, 2, 7], range(6))
  expect(trendOf([5, 1, 4, 9, 2, 7]).slope).toBeCloseTo(0.4, 12);
});

test('falling is rising the other way round, as sure and as steep', () => {
  const series = [1, 3, 2, 4, 6, 5];
  const rising = trendOf(series);
  const falling = trendOf(series.map((value) => -value));
  expect(falling).toEqual({ slope: -rising.slope, probability: rising.probability });
});

test('Mann and Kendall by hand: three values, ties, and no trend at all', () => {
  // Score 3, variance 3 · 2 · 11 / 18, z = 2 / 1.915.
  expect(trendOf([1, 2, 3]).probability).toBeCloseTo(0.296269871, 8);
  // Score 5 of 6, variance (4 · 3 · 13 - 2 · 1 · 9) / 18, z = 4 / 2.769.
  expect(trendOf([1, 1, 2, 3]).probability).toBeCloseTo(0.148561775, 8);
  expect(trendOf([1, 3, 3, 1]).probability).toBe(1);
  expect(trendOf([1, 2])).toEqual({ slope: 0, probability: 1 });
});

import { expect, test } from 'vitest';
import { epochInterval, epochMean, epochProbability, sumOfVariances } from './epoch-interval.ts';

const known = (variance: number, df = 4) => ({ variance, df });

test('five epochs and more: plain Student t, nothing borrowed', () => {
  const summary = epochMean([1, 2, 3, 4, 5], () => known(100));
  expect(summary).toEqual({ centre: 3, standardError: Math.sqrt(0.5), df: 4 });
  const { low, high } = epochInterval(summary, 0.95);
  expect(low).toBeCloseTo(3 - 2.776445 * Math.sqrt(0.5), 5);
  expect(high).toBeCloseTo(3 + 2.776445 * Math.sqrt(0.5), 5);
});

test('fewer epochs borrow what is known elsewhere, a quarter less with each', () => {
  expect(epochMean([7], () => known(0.09))).toEqual({ centre: 7, standardError: 0.3, df: 4 });
  // Two epochs, squared deviations 2: (2 + 3 · 0.5) / 4 degrees, over two epochs.
  expect(epochMean([1, 3], () => known(0.5))).toEqual({ centre: 2, standardError: Math.sqrt(3.5 / 4 / 2), df: 4 });
  expect(epochMean([1, 3, 5], () => known(0.5, 8)).df).toBe(2 + 8 / 2);
});

test('knowledge can be kept however many epochs there are', () => {
  // Five epochs, squared deviations 10, and four degrees of 0.5 each.
  const kept = epochMean([1, 2, 3, 4, 5], () => known(0.5), true);
  expect(kept).toEqual({ centre: 3, standardError: Math.sqrt(12 / 8 / 5), df: 8 });
});

test('variances add up, and the sum is known as well as its parts allow', () => {
  expect(sumOfVariances([known(2, 10), known(2, 10)])).toEqual({ variance: 4, df: 20 });
  expect(sumOfVariances([known(9, 3), known(1, 100)]).df).toBeCloseTo(100 / (81 / 3 + 1 / 100), 12);
  expect(sumOfVariances([known(0, 6), known(4, 9)])).toEqual({ variance: 4, df: 9 });
  expect(sumOfVariances([known(0, 6), known(0, 9)])).toEqual({ variance: 0, df: 9 });
});

test('probability: certain on no spread, one on no effect', () => {
  expect(epochProbability({ centre: 1, standardError: 0, df: 4 })).toBe(0);
  expect(epochProbability({ centre: 0, standardError: 0, df: 4 })).toBe(1);
  expect(epochProbability({ centre: 2.776445, standardError: 1, df: 4 })).toBeCloseTo(0.05, 6);
});

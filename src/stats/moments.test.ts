import { expect, test } from 'vitest';
import { mean, sampleVariance, squaredDeviations } from './moments.ts';

test('mean, squared deviations and the unbiased variance of a sample worked out by hand', () => {
  const values = [2, 4, 4, 5, 10];
  expect(mean(values)).toBe(5);
  expect(squaredDeviations(values)).toBe(9 + 1 + 1 + 0 + 25);
  expect(sampleVariance(values)).toBe(36 / 4);
});

test('two values are enough for a variance, one is not; one deviates from nothing', () => {
  expect(sampleVariance([1, 4])).toBe(4.5);
  expect(squaredDeviations([1, 4])).toBe(4.5);
  expect(squaredDeviations([7])).toBe(0);
  expect(squaredDeviations([])).toBe(0);
  expect(() => sampleVariance([7])).toThrow('at least two values, got 1');
  expect(() => mean([])).toThrow('at least one value, got none');
});

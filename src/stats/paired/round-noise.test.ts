import { expect, test } from 'vitest';
import { pooledInterval, pooledProbability, pooledStandardError } from './pooled-interval.ts';
import { ROUND_NOISE_DF, ROUND_NOISE_SD, roundNoise } from './round-noise.ts';

test('the noise of the others is pooled, and worth no more than a few degrees of freedom', () => {
  // Squared deviations 2 and 0.5, degrees 2 and 1.
  const { variance, df } = roundNoise([[1, 2, 3], [0.5, 1.5], [7], []]) ?? {};
  expect(variance).toBeCloseTo(2.5 / 3, 12);
  expect(df).toBe(ROUND_NOISE_DF);
});

test('neighbours that hardly vary are not taken at their word', () => {
  expect(roundNoise([[0.5, 0.5001, 0.5]])?.variance).toBe(ROUND_NOISE_SD ** 2);
});

test('without neighbours nothing is known', () => {
  expect(roundNoise([])).toBeNull();
  expect(roundNoise([[], [3]])).toBeNull();
});

test('a few rounds borrow it: their own degrees and the borrowed ones, variances weighed by them', () => {
  const sorted = Float64Array.of(0.3, 0.4, 0.5);
  // Squared deviations 0.02; (0.02 + 3 · 0.04) / 5 over three rounds; t of five degrees at 95 %, two-sided, is 2.570582.
  const elsewhere = { variance: 0.04, df: 3 };
  const error = Math.sqrt(0.14 / 5 / 3);
  expect(pooledStandardError(sorted, elsewhere)).toEqual({ standardError: error, df: 5 });
  expect(pooledInterval(sorted, 0.95, elsewhere).low).toBeCloseTo(0.4 - 2.5705818 * error, 6);
  const { low } = pooledInterval(sorted, 1 - pooledProbability(sorted, elsewhere), elsewhere);
  expect(low).toBeCloseTo(0, 9);
});

test('ranks that reach the confidence need none of it', () => {
  const sorted = Float64Array.from({ length: 14 }, (_, index) => 0.1 + index / 100);
  const noisy = { variance: 9, df: 3 };
  expect(pooledInterval(sorted, 0.99, noisy)).toEqual(pooledInterval(sorted, 0.99));
  expect(pooledStandardError(sorted, noisy)).toEqual(pooledStandardError(sorted));
});

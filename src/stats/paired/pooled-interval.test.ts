import { expect, test } from 'vitest';
import { signedRankInterval } from '../ranks/signed-rank.ts';
import { pooledInterval, pooledStandardError } from './pooled-interval.ts';

test('too few for ranks: Student’s t of the differences, as SciPy has it', () => {
  // scipy.stats.ttest_1samp([.1, .2, .4], 0).confidence_interval(.99)
  const { low, high } = pooledInterval(Float64Array.of(0.1, 0.2, 0.4), 0.99);
  expect(low).toBeCloseTo(-0.6419555636980016, 10);
  expect(high).toBeCloseTo(1.1086222303646682, 10);
  expect(pooledStandardError(Float64Array.of(0.1, 0.2, 0.4))).toBeCloseTo(0.0881917103688197, 12);
});

test('two differences have an interval, one has none', () => {
  expect(pooledInterval(Float64Array.of(1, 2), 0.5).high).toBeCloseTo(1.5 + 0.5, 10); // t of one degree at 75 % is 1
  expect(pooledStandardError(Float64Array.of(1, 2))).toBeCloseTo(0.5, 12);
  expect(pooledInterval(Float64Array.of(1), 0.95)).toEqual({ low: -Infinity, high: Infinity });
  expect(pooledStandardError(Float64Array.of(1))).toBe(Infinity);
});

test('where ranks reach the confidence they decide, and the standard error is read off their width', () => {
  const sorted = Float64Array.of(1, 2, 4, 5, 7, 11, 12, 30);
  const ranked = signedRankInterval(sorted, 0.95);
  expect(pooledInterval(sorted, 0.95)).toEqual(ranked);
  expect(pooledStandardError(sorted)).toBeCloseTo(
    ((ranked?.high ?? 0) - (ranked?.low ?? 0)) / 2 / 1.959963984540054,
    10,
  );
});

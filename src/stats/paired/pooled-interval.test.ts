import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { signedRankInterval } from '../ranks/signed-rank.ts';
import { normal } from '../testing/noise.ts';
import { pooledInterval, pooledProbability, pooledStandardError } from './pooled-interval.ts';

test('too few for ranks: Student’s t of the differences, as SciPy has it', () => {
  // scipy.stats.ttest_1samp([.1, .2, .4], 0).confidence_interval(.99)
  const { low, high } = pooledInterval(Float64Array.of(0.1, 0.2, 0.4), 0.99);
  expect(low).toBeCloseTo(-0.6419555636980016, 10);
  expect(high).toBeCloseTo(1.1086222303646682, 10);
  const { standardError, df } = pooledStandardError(Float64Array.of(0.1, 0.2, 0.4));
  expect(standardError).toBeCloseTo(0.0881917103688197, 12);
  expect(df).toBe(2);
});

test('two differences have an interval, one has none', () => {
  // t of one degree at 95 % is 6.3137515.
  expect(pooledInterval(Float64Array.of(1, 2), 0.9).high).toBeCloseTo(1.5 + 0.5 * 6.313751514675043, 9);
  expect(pooledStandardError(Float64Array.of(1, 2))).toEqual({ standardError: 0.5, df: 1 });
  expect(pooledInterval(Float64Array.of(1), 0.95)).toEqual({ low: -Infinity, high: Infinity });
  expect(pooledStandardError(Float64Array.of(1)).standardError).toBe(Infinity);
});

test('where ranks reach the confidence they decide, and the standard error is read off their width', () => {
  const sorted = Float64Array.of(1, 2, 4, 5, 7, 11, 12, 13, 15, 18, 21, 30);
  const { low = Number.NaN, high = Number.NaN } = signedRankInterval(sorted, 0.95) ?? {};
  expect(pooledInterval(sorted, 0.95)).toEqual({ low, high });
  const { standardError, df } = pooledStandardError(sorted);
  expect(standardError).toBeCloseTo((high - low) / 2 / 1.959963984540054, 10);
  expect(df).toBe(11);
  // Of eleven the width of ranks is too coarse: the squared deviations are 462.
  const fewer = pooledStandardError(Float64Array.of(1, 2, 4, 5, 7, 11, 12, 13, 15, 18, 22));
  expect(fewer.standardError).toBeCloseTo(Math.sqrt(462 / 10 / 11), 10);
});

test('where ranks cannot reach the confidence, a round the other way is a doubt, however small t finds it', () => {
  const oneAgainst = Float64Array.of(-0.001, 0.5, 0.5, 0.5, 0.5, 0.5);
  expect(pooledInterval(oneAgainst, 0.98)).toMatchObject({ low: -0.001 });
  expect(pooledInterval(Float64Array.from(oneAgainst, (value) => -value).reverse(), 0.98).high).toBe(0.001);
});

test('the probability is the level at which the interval ends at no difference', () => {
  const random = seededRandom(3);
  for (let run = 0; run < 200; run++) {
    const count = 2 + (run % 14);
    const sorted = Float64Array.from({ length: count }, () => 0.05 * (run % 9) + normal(random) * 0.1).sort();
    const probability = pooledProbability(sorted);
    for (const alpha of [0.05, 0.01, 0.002]) {
      const { low, high } = pooledInterval(sorted, 1 - alpha);
      if (Math.abs(probability - alpha) < 1e-9) continue;
      expect(low > 0 || high < 0, `${count} values, ${probability} at ${alpha}`).toBe(probability <= alpha);
    }
  }
});

test('many differences: the same as SciPy', () => {
  // scipy.stats.wilcoxon(np.arange(-20, 41) + .25, mode='approx', correction=True).pvalue
  const sorted = Float64Array.from({ length: 61 }, (_, index) => index - 20 + 0.25);
  expect(pooledProbability(sorted)).toBeCloseTo(0.00016262254843212276, 9);
  expect(pooledProbability(Float64Array.of(0, 0, 0))).toBe(1);
  expect(pooledProbability(Float64Array.of(2, 2, 2))).toBe(0);
});

import { expect, test } from 'vitest';
import { binomialTail } from './binomial.ts';

test('the tail of a binomial distribution: closed forms and SciPy', () => {
  expect(binomialTail(0, 5, 0.3)).toBe(1);
  expect(binomialTail(6, 5, 0.3)).toBe(0);
  expect(binomialTail(1, 4, 0.5)).toBeCloseTo(15 / 16, 12);
  expect(binomialTail(4, 4, 0.5)).toBeCloseTo(1 / 16, 12);
  // scipy.stats.binom.sf(4, 100, 0.02)
  expect(binomialTail(5, 100, 0.02)).toBeCloseTo(0.05083045, 7);
});

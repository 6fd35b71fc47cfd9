import { expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { median, quantile } from './quantile.ts';

test('a median has as many values below it as above it, and an even sample takes the middle of the middle two', () => {
  expect(median([7])).toBe(7);
  expect(median([9, 1])).toBe(5);
  expect(median([3, 11, 2])).toBe(3);
  expect(median([8, 1, 4, 100])).toBe(6);
  const random = seededRandom(1);
  for (let count = 1; count < 60; count++) {
    const values = Array.from({ length: count }, random);
    const middle = median(values);
    expect(values.filter((value) => value < middle).length).toBe(values.filter((value) => value > middle).length);
  }
});

test('type 7: R gives quantile(c(1, 3, 4, 10), c(.1, .5, .95)) = 1.6, 3.5, 9.1', () => {
  const values = [10, 3, 1, 4];
  expect(quantile(values, 0.1)).toBeCloseTo(1.6, 12);
  expect(quantile(values, 0.5)).toBeCloseTo(3.5, 12);
  expect(quantile(values, 0.95)).toBeCloseTo(9.1, 12);
  expect(quantile(values, 0)).toBe(1);
  expect(quantile(values, 1)).toBe(10);
  expect(values).toEqual([10, 3, 1, 4]);
});

test('refuses an empty sample and a p outside 0..1', () => {
  expect(() => median([])).toThrow('at least one value, got none');
  for (const p of [-0.1, 1.5, Number.NaN]) expect(() => quantile([1], p)).toThrow(`p in 0..1, got ${p}`);
});

import { center, Sample } from 'pragmastat';
import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { pseudomedian, walshCount, walshOrderStatistic } from './walsh.ts';

function bruteForce(values: readonly number[]): number[] {
  return values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
}

test('every order statistic is the one found by listing all averages', () => {
  const random = seededRandom(5);
  for (const count of [1, 2, 3, 4, 7, 12]) {
    const values = Array.from({ length: count }, () => Math.round(random() * 30) / 10 - 1);
    const sorted = Float64Array.from(values).sort();
    const all = bruteForce(Array.from(sorted));
    expect(all.length).toBe(walshCount(count));
    for (const [index, expected] of all.entries()) {
      expect(walshOrderStatistic(sorted, index + 1)).toBeCloseTo(expected, 13);
    }
  }
});

test('agrees with pragmastat', () => {
  const random = seededRandom(6);
  for (const count of [1, 2, 3, 10, 101]) {
    const values = Array.from({ length: count }, () => Math.log(1 + 9 * random()));
    expect(pseudomedian(values)).toBeCloseTo(center(Sample.of(values)).value, 9);
  }
});

test('one wild value in twenty hardly moves it, and an empty sample is refused', () => {
  const values = Array.from({ length: 19 }, (_, index) => index / 19);
  expect(Math.abs(pseudomedian([...values, 1e6]) - pseudomedian(values))).toBeLessThan(0.06);
  expect(() => pseudomedian([])).toThrow(RangeError);
});

test('large and negative values: the search ends, at the average that listing finds', () => {
  for (const offset of [1e6, -1e6, 1e9]) {
    const sorted = Float64Array.of(1, 3, 4, 9, 20).map((value) => value + offset);
    const all = bruteForce(Array.from(sorted));
    for (const [index, expected] of all.entries()) expect(walshOrderStatistic(sorted, index + 1)).toBe(expected);
  }
  expect(() => pseudomedian([])).toThrow('at least one value, got none');
});

import { center, Sample } from 'pragmastat';
import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { counted } from '../testing/counted.ts';
import { pseudomedian, pseudomedianOfSorted, walshCount, walshOrderStatistic } from './walsh.ts';

function bruteForce(values: readonly number[]): number[] {
  return values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
}

test('every order statistic is the one found by listing all averages', () => {
  const random = seededRandom(5);
  for (let count = 1; count <= 25; count++) {
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
  for (const count of [1, 2, 3, 10, 101, 300]) {
    const values = Array.from({ length: count }, () => Math.log(1 + 9 * random()));
    expect(pseudomedian(values)).toBeCloseTo(center(Sample.of(values)).value, 9);
  }
});

test('one wild value in twenty hardly moves it, and an empty sample is refused', () => {
  const values = Array.from({ length: 19 }, (_, index) => index / 19);
  expect(Math.abs(pseudomedian([...values, 1e6]) - pseudomedian(values))).toBeLessThan(0.06);
  expect(() => pseudomedian([])).toThrow(RangeError);
});

test('work grows with the sample, not with its square: reads per value stay what they were', () => {
  const readsPerValue = (count: number) => {
    const { values, readCount } = counted(Float64Array.from({ length: count }, seededRandom(7)).sort());
    pseudomedianOfSorted(values);
    return readCount() / count;
  };
  expect(readsPerValue(800)).toBeLessThan(1.2 * readsPerValue(100));
});

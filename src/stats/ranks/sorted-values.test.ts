import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { SortedValues } from './sorted-values.ts';

test('counts the smaller ones as counting by hand does, ties one half', () => {
  const random = seededRandom(4);
  const values = new SortedValues();
  const seen: number[] = [];
  for (let step = 0; step < 1200; step++) {
    const value = step % 3 === 0 ? random() : Math.floor(random() * 40) / 40;
    const smaller = seen.filter((other) => other < value).length;
    const tied = seen.filter((other) => other === value).length;
    expect(values.insert(value)).toBe(smaller + tied / 2);
    seen.push(value);
  }
  expect(values.count).toBe(1200);
});

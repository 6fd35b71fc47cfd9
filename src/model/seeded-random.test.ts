import { expect, test } from 'vitest';
import { seededRandom, shuffled } from './seeded-random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('numbers fill [0, 1) evenly and do not follow each other', () => {
  const random = seededRandom(1);
  const draws = Array.from({ length: 100_000 }, random);
  const bins = new Array<number>(20).fill(0);
  for (const value of draws) bins[Math.floor(value * 20)] = (bins[Math.floor(value * 20)] ?? 0) + 1;
  const chiSquared = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
  expect(chiSquared).toBeLessThan(43.8); // 99.9 % point of chi-squared, 19 degrees of freedom
  const centred = draws.map((value) => value - 0.5);
  const lag = centred.slice(1).reduce((sum, value, index) => sum + value * (centred[index] as number), 0);
  expect(Math.abs((lag / draws.length) * 12)).toBeLessThan(0.012);
});

test('every order of three is equally likely, and the original stays as it was', () => {
  const random = seededRandom(3);
  const items = ['a', 'b', 'c'];
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 12_000; draw++) {
    const order = shuffled(items, random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(150);
  expect(items).toEqual(['a', 'b', 'c']);
});

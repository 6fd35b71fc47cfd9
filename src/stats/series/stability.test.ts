import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { normal } from '../testing/noise.ts';
import { judgeStability } from './stability.ts';
import { trendOf } from './trend.ts';

const noisy = (seed: number, count: number, sd: number, level = (_: number) => 10) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => level(index) * (1 + sd * normal(random)));
};

test('the lying kernel: a change of tier half-way is caught', () => {
  const lying = judgeStability(noisy(1, 20, 0.01, (index) => (index < 10 ? 10 : 17)));
  expect(lying.stable).toBe(false);
  expect(lying.reason).toContain('varies by');
});

test('a slow drift within the spread is caught as a trend, with its direction', () => {
  const rising = judgeStability(noisy(2, 30, 0.005, (index) => 10 * (1 + 0.002 * index)));
  expect(rising).toMatchObject({ stable: false });
  expect(rising.driftRatio).toBeCloseTo(0.057, 2);
  expect(rising.reason).toContain('rose by');
  expect(judgeStability(noisy(3, 30, 0.005, (index) => 10 * (1 - 0.002 * index))).reason).toContain('fell by');
});

test('a drift too small to matter passes though it is certain; too few rounds do not', () => {
  expect(judgeStability(Array.from({ length: 30 }, (_, index) => 10 + 0.001 * index)).stable).toBe(true);
  expect(judgeStability([10, 10, 10]).reason).toContain('3 rounds');
  expect(judgeStability([]).stable).toBe(false);
  expect(judgeStability([10, 10, 10, Number.NaN, 10]).stable).toBe(false);
});

test('Mann–Kendall by hand: ten rising values score 45 of 45, variance 125, z = 44 / sqrt 125', () => {
  const { slope, probability } = trendOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(slope).toBe(1);
  expect(probability).toBeCloseTo(8.303e-5, 7); // 2 (1 - Phi(3.9354))
  expect(trendOf([3, 3, 3, 3]).probability).toBe(1);
  expect(trendOf([1, 2])).toEqual({ slope: 0, probability: 1 });
});

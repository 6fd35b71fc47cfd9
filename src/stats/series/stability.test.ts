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

test('the figures are those of the series: spread over mean, and the rise from end to end over the median', () => {
  const { cvRatio, driftRatio } = judgeStability([8, 9, 10, 11, 12]);
  expect(cvRatio).toBeCloseTo(Math.sqrt(2.5) / 10, 12);
  expect(driftRatio).toBeCloseTo(4 / 10, 12);
  expect(judgeStability([10, 12])).toMatchObject({ cvRatio: expect.closeTo(Math.SQRT2 / 11, 12), stable: false });
  expect(judgeStability([10])).toEqual({
    stable: false,
    cvRatio: 0,
    driftRatio: 0,
    reason: '1 rounds cannot show that it is steady',
  });
});

test('five values allow a judgement, four do not', () => {
  expect(judgeStability([10, 10, 10, 10, 10])).toEqual({ stable: true, cvRatio: 0, driftRatio: 0, reason: null });
  expect(judgeStability([10, 10, 10, 10]).reason).toBe('4 rounds cannot show that it is steady, 5 can');
});

test('limits are the caller’s, they include their ends, and the reason names them', () => {
  const series = [9, 11, 9, 11, 10, 10, 9, 11, 9, 11];
  const { cvRatio } = judgeStability(series);
  const limits = { cvRatio, driftRatio: 0.02, count: 5 };
  expect(judgeStability(series, limits).reason).toBeNull();
  expect(judgeStability(series, { ...limits, cvRatio: cvRatio * 0.99 }).reason).toBe(
    'CPU time per unit varies by 9.4 % (limit 9.3 %)',
  );
  const rising = Array.from({ length: 20 }, (_, index) => 10 + index * 0.05);
  expect(judgeStability(rising, { cvRatio: 0.05, driftRatio: 0.05, count: 5 }).reason).toBe(
    'CPU time per unit rose by 9.1 % over 20 rounds (limit 5.0 %)',
  );
  expect(judgeStability(rising.toReversed(), { cvRatio: 0.05, driftRatio: 0.05, count: 5 }).reason).toContain(
    'fell by 9.1 %',
  );
  expect(judgeStability(rising, { cvRatio: 0.05, driftRatio: 0.1, count: 5 }).stable).toBe(true);
});

test('a drift that may be chance is none', () => {
  const series = [10, 10.3, 10.1, 10.4, 10.2, 10.5];
  const { driftRatio, stable } = judgeStability(series);
  expect(driftRatio).toBeGreaterThan(0.02);
  expect(stable).toBe(true);
});

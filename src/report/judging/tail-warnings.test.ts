// When the slow ends tell another story than the medians, and in which words.

import { expect, test } from 'vitest';
import type { RatioInterval } from '../../model/report/report.ts';
import { NO_TAILS, tailWarnings } from './tails.ts';

const about = (ratio: number, half = 0.01): RatioInterval => ({ ratio, low: ratio - half, high: ratio + half });
const p95 = (ratio: number, half?: number) => ({ ...NO_TAILS, p95Speedup: about(ratio, half) });

test('a slow end beside equal medians is told with its factor and the next step', () => {
  expect(tailWarnings(about(1), p95(0.5))).toEqual([
    {
      code: 'tails-differ',
      message: 'its median is that of the reference within 5 %, but its p95 is 2.00 times as slow.',
      remedy: 'Where the slowest batches matter, compare those; more --epochs make tails surer.',
    },
  ]);
});

test('a quick one as well', () => {
  expect(tailWarnings(about(1), p95(1.5))[0]?.message).toMatch(/its p95 is 1\.50 times as fast\.$/);
});

test('the p99 is told where the p95 is like the median', () => {
  const tails = { p95Speedup: about(1), p99Speedup: about(0.25) };
  expect(tailWarnings(about(1), tails)[0]?.message).toMatch(/its p99 is 4\.00 times as slow\.$/);
  expect(tailWarnings(about(1), { ...tails, p95Speedup: null })[0]?.message).toMatch(/its p99/);
  expect(tailWarnings(about(1), { ...tails, p95Speedup: about(0.5) })[0]?.message).toMatch(/its p95/);
});

test('the whole interval must be apart by more than 5 %', () => {
  expect(tailWarnings(about(1), { ...NO_TAILS, p95Speedup: { ratio: 1.2, low: 1.05, high: 1.4 } })).toEqual([]);
  expect(tailWarnings(about(1), { ...NO_TAILS, p95Speedup: { ratio: 1.2, low: 1.06, high: 1.4 } })).toHaveLength(1);
  expect(tailWarnings(about(1), { ...NO_TAILS, p95Speedup: { ratio: 0.9, low: 0.8, high: 0.96 } })).toEqual([]);
  expect(tailWarnings(about(1), { ...NO_TAILS, p95Speedup: { ratio: 0.9, low: 0.8, high: 1 / 1.05 } })).toEqual([]);
  expect(tailWarnings(about(1), { ...NO_TAILS, p95Speedup: { ratio: 0.9, low: 0.8, high: 0.95 } })).toHaveLength(1);
});

test('the medians must be alike within 5 %, either way', () => {
  expect([0.9, 0.96, 1.04, 1.1].map((ratio) => tailWarnings(about(ratio), p95(0.5)).length)).toEqual([0, 1, 1, 0]);
});

test('without a comparison, or without tails, there is nothing to say', () => {
  expect(tailWarnings(null, p95(0.5))).toEqual([]);
  expect(tailWarnings(about(1), NO_TAILS)).toEqual([]);
});

import { expect, it } from 'vitest';
import { benchResult } from './bench-result.ts';

const SAMPLES = { sampleMs: [20, 40, 30, 10], callCount: 10 };

it('tells of calls: milliseconds each, calls a second, and the time of them all', () => {
  const result = benchResult('mine', SAMPLES, false);
  expect(result).toMatchObject({ name: 'mine', state: 'completed', period: 2.5, totalTime: 100 });
  expect(result.latency).toMatchObject({ mean: 2.5, min: 1, max: 4, p50: 2.5, samplesCount: 4 });
  expect(result.throughput).toMatchObject({ min: 250, max: 1_000 });
  expect(result.latency.samples).toBeUndefined();
});

it('retains samples, as milliseconds a call, where that is wanted', () => {
  expect(benchResult('mine', SAMPLES, true).latency.samples).toEqual([1, 2, 3, 4]);
});

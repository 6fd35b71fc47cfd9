import { expect, it } from 'vitest';
import { callsPerSample } from './plan.ts';

it('lets the sample of the fastest function last long enough', () => {
  expect(callsPerSample([0.01, 0.02], 2_000)).toBe(10);
  expect(callsPerSample([0.02, 0.01], 2_000)).toBe(10);
  expect(callsPerSample([0.03, 0.03], 2_000)).toBe(4);
});

it('takes a single call where a call is longer than a sample', () => {
  expect(callsPerSample([5, 5], 2_000)).toBe(1);
});

it('takes fewer calls where a slow function would eat the time', () => {
  // 80 samples of 25 calls of 1 ms are the 2 s.
  expect(callsPerSample([0.0001, 1], 2_000)).toBe(24);
  expect(callsPerSample([0.0001, 1_000], 2_000)).toBe(1);
});

it('makes samples longer, not more and more, where there is much time', () => {
  expect(callsPerSample([0.01, 0.01], 2_000_000)).toBe(5_000);
});

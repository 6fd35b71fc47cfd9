import { expect, it } from 'vitest';
import { RoundTimer } from './round-time.ts';

it('a round takes what its arms took last, those that never ran nothing', () => {
  const timer = new RoundTimer([100, 20, null]);
  expect(timer.expectedMs([0, 1, 2])).toBe(120);
  expect(timer.expectedMs([1])).toBe(20);
  timer.ran([1, 2], [null, 30, 10], 40);
  expect(timer.expectedMs([0, 1, 2])).toBe(140);
});

it('a round takes longer where more happens around its batches', () => {
  const timer = new RoundTimer([10, 10]);
  timer.ran([0, 1], [10, 10], 60);
  expect(timer.expectedMs([0])).toBe(30);
  timer.ran([0, 1], [10, 10], 15);
  expect(timer.expectedMs([0])).toBe(10);
});

it('an arm that failed takes no time', () => {
  const timer = new RoundTimer([10, 10]);
  timer.ran([0, 1], [10, null], 10);
  expect(timer.expectedMs([0, 1])).toBe(10);
  timer.ran([0], [null], 10);
  expect(timer.expectedMs([0, 1])).toBe(0);
});

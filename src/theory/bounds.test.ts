import { expect, test } from 'vitest';
import { machineBoundMs, releaseBoundMs } from './bounds.ts';

test('machines: average, longest, and the pigeonhole', () => {
  expect(machineBoundMs([10, 10, 10, 10], 2)).toBe(20);
  expect(machineBoundMs([50, 1, 1], 2)).toBe(50);
  expect(machineBoundMs([10, 10, 10], 2)).toBe(20); // average 15, yet one machine gets two
  expect(machineBoundMs([20, 20, 20, 20, 20, 20, 20], 3)).toBe(60);
  expect(machineBoundMs([], 3)).toBe(0);
});

test('releases: what arrives late must still be computed', () => {
  const at = (atMs: number, computeMs: number) => ({ atMs, computeMs });
  expect(releaseBoundMs([at(30, 10), at(30, 10), at(30, 10)], 1)).toBe(60);
  expect(releaseBoundMs([at(30, 10), at(30, 10), at(30, 10)], 2)).toBe(45);
  expect(releaseBoundMs([at(0, 100), at(90, 5)], 1)).toBe(105);
  expect(releaseBoundMs([at(80, 5), at(0, 10)], 1)).toBe(85);
  expect(releaseBoundMs([at(0, 40)], 8)).toBe(40);
});

import { expect, it } from 'vitest';
import { defaultEpochCount } from './defaults.ts';

it('a scenario has about as many epochs as its part of the budget holds, one at least and five at most', () => {
  expect(defaultEpochCount(57_000, 6)).toBe(2);
  expect(defaultEpochCount(17_000, 6)).toBe(1);
  expect([1, 2, 3, 9].map((count) => defaultEpochCount(33_000, count))).toEqual([5, 3, 2, 1]);
  expect(defaultEpochCount(1_000, 0)).toBe(1);
});

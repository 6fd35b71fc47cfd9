import { describe, expect, it } from 'vitest';
import { commonLength, coveredLength, merged, unionLength } from './intervals.ts';

it('what overlaps or touches is one stretch', () => {
  const intervals = [5, 7, 0, 2, 1, 3, 3, 4, 6, 6];
  expect(merged(intervals)).toEqual([0, 4, 5, 7]);
  expect(unionLength(intervals)).toBe(6);
});

it('what two sets have in common is counted once', () => {
  const ones = [0, 4, 6, 10, 12, 13];
  const others = [1, 2, 3, 7, 8, 20];
  expect(commonLength(ones, others)).toBe(1 + 1 + 1 + 2 + 1);
  expect(commonLength(others, ones)).toBe(6);
  expect(commonLength([], others)).toBe(0);
});

it('only what lies in a window counts', () => {
  expect(coveredLength([0, 4, 6, 10], 3, 7)).toBe(2);
  expect(coveredLength([0, 4], 5, 7)).toBe(0);
});

describe('intervals', () => {
  it('count time once, however many were there, in whatever order they come', () => {
    expect(unionLength([5, 9, 0, 4, 3, 6, 20, 21])).toBe(10);
    expect(merged([5, 9, 0, 4, 3, 6, 20, 21])).toEqual([0, 9, 20, 21]);
    expect(unionLength([])).toBe(0);
    expect(unionLength([4, 4, 7, 3])).toBe(0);
  });

  it('count only what lies in the window', () => {
    expect(coveredLength([0, 10, 20, 30], 8, 24)).toBe(6);
  });
});

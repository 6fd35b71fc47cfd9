import { expect, it } from 'vitest';
import { commonUs, lengthUs, merged } from './covered.ts';

const span = (fromUs: number, toUs: number) => ({ fromUs, toUs });

it('what overlaps or touches is one span', () => {
  const union = merged([span(5, 7), span(0, 2), span(1, 3), span(3, 4), span(6, 6)]);
  expect(union).toEqual([span(0, 4), span(5, 7)]);
  expect(lengthUs(union)).toBe(6);
});

it('what two sets have in common is counted once', () => {
  const ones = [span(0, 4), span(6, 10), span(12, 13)];
  const others = [span(1, 2), span(3, 7), span(8, 20)];
  expect(commonUs(ones, others)).toBe(1 + 1 + 1 + 2 + 1);
  expect(commonUs(others, ones)).toBe(6);
  expect(commonUs([], others)).toBe(0);
});

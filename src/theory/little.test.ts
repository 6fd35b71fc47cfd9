import { expect, test } from 'vitest';
import { littleGapRatio, littleInFlight } from './little.ts';

test('Little: twenty tasks of 20 ms in 25 ms are sixteen under way', () => {
  expect(littleInFlight({ taskMs: 400, wallMs: 25 })).toBe(16);
  expect(littleGapRatio({ taskMs: 400, wallMs: 25 }, 15.2)).toBeCloseTo(0.05, 12);
  expect(littleInFlight({ taskMs: 0, wallMs: 0 })).toBe(0);
  expect(littleGapRatio({ taskMs: 0, wallMs: 10 }, 2)).toBe(Infinity);
  expect(littleGapRatio({ taskMs: 0, wallMs: 10 }, 0)).toBe(0);
});

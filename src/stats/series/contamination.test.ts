import { expect, test } from 'vitest';
import { isMeasurable, judgeRound } from './contamination.ts';

const QUIET = { stealRatio: 0, foreignRunnable: 0, pressureRatio: 0 };

test('a quiet window counts, and so does one on a system that tells nothing', () => {
  expect(judgeRound(QUIET)).toEqual({ keep: true });
  expect(judgeRound({ stealRatio: null, foreignRunnable: null, pressureRatio: null })).toEqual({ keep: true });
});

test('each disturbance drops the round and says which it was', () => {
  expect(judgeRound({ ...QUIET, stealRatio: 0.3 })).toMatchObject({
    keep: false,
    reason: expect.stringContaining('30 %'),
  });
  expect(judgeRound({ ...QUIET, foreignRunnable: 4 })).toMatchObject({
    keep: false,
    reason: expect.stringContaining('4.0'),
  });
  expect(judgeRound({ ...QUIET, pressureRatio: 0.9 })).toMatchObject({
    keep: false,
    reason: expect.stringContaining('90 %'),
  });
  expect(judgeRound({ ...QUIET, stealRatio: 0.1 })).toEqual({ keep: true });
});

test('more than a fifth dropped is no longer a measurement', () => {
  expect(isMeasurable(2, 10)).toBe(true);
  expect(isMeasurable(3, 10)).toBe(false);
  expect(isMeasurable(0, 0)).toBe(false);
});

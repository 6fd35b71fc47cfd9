import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, judgeRound } from './contamination.ts';

const QUIET = { stealRatio: 0, foreignRunnable: 0 };

test('a quiet window counts, and so does one on a system that tells nothing', () => {
  expect(judgeRound(QUIET)).toEqual({ keep: true });
  expect(judgeRound({ stealRatio: null, foreignRunnable: null })).toEqual({ keep: true });
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
  expect(judgeRound({ ...QUIET, stealRatio: 0.1 })).toEqual({ keep: true });
});

test('a window at the limit counts, one beyond it does not; each of the two acts alone', () => {
  for (const what of ['stealRatio', 'foreignRunnable'] as const) {
    const limit = DEFAULT_LIMITS[what];
    expect(limit).toBeGreaterThan(0);
    expect(judgeRound({ ...QUIET, [what]: limit }), what).toEqual({ keep: true });
    expect(judgeRound({ ...QUIET, [what]: limit * 1.01 }).keep, what).toBe(false);
    const silent = { stealRatio: null, foreignRunnable: null };
    expect(judgeRound({ ...silent, [what]: limit * 1.01 }).keep, what).toBe(false);
  }
});

test('other limits take the place of the usual ones, and the reason names what was seen and what was allowed', () => {
  const strict = { stealRatio: 0.01, foreignRunnable: 0.5 };
  expect(judgeRound({ ...QUIET, stealRatio: 0.05 }, strict)).toEqual({
    keep: false,
    reason: 'the hypervisor gave 5 % of the CPU to others (limit 1 %)',
  });
  expect(judgeRound({ ...QUIET, foreignRunnable: 0.75 }, strict)).toEqual({
    keep: false,
    reason: '0.8 foreign threads wanted a CPU (limit 0.5)',
  });
});

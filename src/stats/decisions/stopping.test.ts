// Deterministic rounds: noise that alternates, so that it is clear what should settle and what should not. How often the
// rule is wrong over simulated runs stands in promises/stopping.test.ts.

import { expect, test } from 'vitest';
import { PRIOR_DF } from '../paired/epoch-interval.ts';
import { pairedEffect } from '../paired/paired-effect.ts';
import { type Pair, ratioOfEffect } from '../paired/paired-ratio.ts';
import { mayLeave, STOPPING_ALPHA, settledVerdict } from './stopping.ts';
import { judgeStrategy } from './verdict.ts';

const LIMIT = { equivalenceRatio: 0.05 };

interface Rounds {
  readonly epochCount: number;
  readonly roundsPerEpoch: number;
  readonly ratio: number;
  /** Half the distance of neighbouring rounds, in log units. */
  readonly noise?: number;
  /** How far neighbouring epochs lie apart, in log units. */
  readonly epochNoise?: number;
}

function rounds({ epochCount, roundsPerEpoch, ratio, noise = 0.01, epochNoise = 0 }: Rounds): Pair[] {
  return Array.from({ length: epochCount * roundsPerEpoch }, (_, round) => {
    const epoch = Math.floor(round / roundsPerEpoch);
    const wobble = (round % 2 === 0 ? noise : -noise) * (1 + (round % 7) / 70);
    const shift = epoch % 2 === 0 ? epochNoise : -epochNoise;
    return { epoch, round, numeratorMs: 10 * ratio * Math.exp(wobble + shift), denominatorMs: 10 };
  });
}

test('a factor of two settles at the twelfth round of the first epoch, in both directions, and not at the eleventh', () => {
  const faster = rounds({ epochCount: 1, roundsPerEpoch: 12, ratio: 2 });
  const slower = rounds({ epochCount: 1, roundsPerEpoch: 12, ratio: 0.5 });
  expect(settledVerdict(faster, LIMIT)).toBe('faster');
  expect(settledVerdict(slower, LIMIT)).toBe('slower');
  expect(settledVerdict(faster.slice(0, 11), LIMIT)).toBe('undecided');
  expect(judgeStrategy(faster.slice(0, 11), LIMIT).verdict).toBe('faster');
});

test('what is not far beyond what processes differ by waits for the fifth epoch', () => {
  for (const [ratio, word] of [
    [1.22, 'faster'],
    [1 / 1.22, 'slower'],
  ] as const) {
    const four = rounds({ epochCount: 4, roundsPerEpoch: 20, ratio });
    expect(judgeStrategy(four, LIMIT).verdict).toBe(word);
    expect(settledVerdict(four, LIMIT)).toBe('undecided');
    expect(settledVerdict(rounds({ epochCount: 5, roundsPerEpoch: 16, ratio }), LIMIT)).toBe(word);
  }
});

test('a tie settles as no gain once there are epochs enough, and not before', () => {
  expect(settledVerdict(rounds({ epochCount: 12, roundsPerEpoch: 10, ratio: 1 }), LIMIT)).toBe('no gain');
  const few = rounds({ epochCount: 4, roundsPerEpoch: 30, ratio: 1 });
  expect(settledVerdict(few, { ...LIMIT, processOffsetRatio: 0 })).toBe('undecided');
});

test('what the verdict would say at its own level is not enough for one who looks after every round', () => {
  // Every round is a win, but epochs win by 2 % and 35 % in turn: t is 3.4 of 9 degrees, 4.1 of 13 with those kept.
  const close = rounds({ epochCount: 10, roundsPerEpoch: 6, ratio: Math.exp(0.16), noise: 0.001, epochNoise: 0.14 });
  expect(judgeStrategy(close, LIMIT).verdict).toBe('faster');
  expect(settledVerdict(close, LIMIT)).toBe('undecided');
});

test('epochs that happen to agree do not make forget how much processes differ elsewhere', () => {
  const agreeing = rounds({ epochCount: 5, roundsPerEpoch: 12, ratio: 1.03, noise: 0.001 });
  expect(judgeStrategy(agreeing, LIMIT).verdict).toBe('no gain');
  expect(settledVerdict(agreeing, LIMIT)).toBe('undecided');
  expect(settledVerdict(agreeing, { ...LIMIT, processOffsetRatio: 0 })).toBe('no gain');
});

test('an interval alone does not settle: the test that may be watched must be convinced as well', () => {
  // Two wins and a loss in turn. Losses are tiny and wins shrink, so ranks are clear in the end, yet each bet was small.
  const pairs = rounds({ epochCount: 5, roundsPerEpoch: 6, ratio: 1, noise: 0 }).map((row) => {
    const log = row.round % 3 === 2 ? -0.002 + row.round / 1e5 : 0.5 - row.round / 200;
    return { ...row, numeratorMs: row.denominatorMs * Math.exp(log) };
  });
  const effect = pairedEffect(pairs, { leastBorrowedDf: PRIOR_DF });
  expect(ratioOfEffect(effect, 1 - STOPPING_ALPHA).low).toBeGreaterThan(1);
  expect(judgeStrategy(pairs, LIMIT).verdict).toBe('undecided');
  expect(settledVerdict(pairs, LIMIT)).toBe('undecided');
});

test('an arm may leave once it is beyond doubt or settled, and no sooner', () => {
  const far = rounds({ epochCount: 1, roundsPerEpoch: 12, ratio: 2 });
  expect([4, 5].map((count) => mayLeave(far.slice(0, count), LIMIT))).toEqual([false, true]);
  const clear = rounds({ epochCount: 5, roundsPerEpoch: 16, ratio: 1.22 });
  expect([5, 64, 80].map((count) => mayLeave(clear.slice(0, count), LIMIT))).toEqual([false, false, true]);
  expect(mayLeave([], LIMIT)).toBe(false);
});

// Deterministic rounds: noise that alternates, so that it is clear what should settle and what should not. How often the
// rule is wrong over simulated runs stands in promises/stopping.test.ts.

import { expect, test } from 'vitest';
import type { Pair } from '../paired/paired-ratio.ts';
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

test('what one process could be stuck at waits for five rounds of a second one, however many rounds there are', () => {
  for (const [ratio, word] of [
    [1.4, 'faster'],
    [1 / 1.4, 'slower'],
  ] as const) {
    const two = rounds({ epochCount: 2, roundsPerEpoch: 60, ratio });
    expect(judgeStrategy(two.slice(0, 60), LIMIT).verdict).toBe(word);
    expect([60, 64, 65].map((count) => settledVerdict(two.slice(0, count), LIMIT))).toEqual([
      'undecided',
      'undecided',
      word,
    ]);
  }
});

test('a tie settles as no gain once there are epochs enough, and not before', () => {
  expect(settledVerdict(rounds({ epochCount: 12, roundsPerEpoch: 10, ratio: 1 }), LIMIT)).toBe('no gain');
  expect(settledVerdict(rounds({ epochCount: 2, roundsPerEpoch: 60, ratio: 1 }), LIMIT)).toBe('undecided');
});

test('what gains nothing and may be slower goes on until it is one or the other', () => {
  const slower = rounds({ epochCount: 2, roundsPerEpoch: 12, ratio: 0.88, noise: 0.12 });
  const words = slower.map((_, index) => settledVerdict(slower.slice(0, index + 1), LIMIT));
  expect(new Set(words)).toEqual(new Set(['undecided', 'slower']));
});

/** Rounds whose epochs, ten rounds each, have these centres. */
const withEpochs = (...centres: readonly number[]): Pair[] =>
  rounds({ epochCount: centres.length, roundsPerEpoch: 10, ratio: 1 }).map((row) => ({
    ...row,
    numeratorMs: row.numeratorMs * (centres[row.epoch] as number),
  }));

test('all epochs must point the same way by themselves; from the fifth on, one may fail to', () => {
  expect(settledVerdict(withEpochs(1.25, 1.2, 1.22), LIMIT)).toBe('faster');
  expect(settledVerdict(withEpochs(1.1, 1.07, 1.08, 1.04), LIMIT)).toBe('undecided');
  expect(settledVerdict(withEpochs(1.1, 1.07, 1.08, 1.09, 1.08, 1.04), LIMIT)).toBe('faster');
  expect(settledVerdict(withEpochs(1.1, 1.07, 1.08, 1.09, 1.04, 1.04), LIMIT)).toBe('undecided');
});

test('one epoch of twins that warmed up unalike settles nothing, nor does it with twins that did not', () => {
  expect(judgeStrategy(withEpochs(1.45), LIMIT).verdict).toBe('faster');
  for (const centres of [
    [1.45, 1.45],
    [1.45, 1],
    [1.45, 1, 1],
  ]) {
    const expected = centres[1] === 1 ? 'undecided' : 'faster';
    expect(settledVerdict(withEpochs(...centres), LIMIT), centres.join()).toBe(expected);
  }
});

test('what the verdict would say at its own level is not enough for one who looks after every round', () => {
  // Every round is a win, but one epoch wins by 16 % and the other by 42 %.
  const close = rounds({ epochCount: 2, roundsPerEpoch: 6, ratio: Math.exp(0.25), noise: 0.001, epochNoise: 0.1 });
  expect(judgeStrategy(close, LIMIT).verdict).toBe('faster');
  expect(settledVerdict(close, LIMIT)).toBe('undecided');
});

test('epochs that happen to agree do not make forget how much processes differ elsewhere', () => {
  const agreeing = rounds({ epochCount: 5, roundsPerEpoch: 12, ratio: 1.03, noise: 0.001 });
  expect(judgeStrategy(agreeing, LIMIT).verdict).toBe('no gain');
  expect(settledVerdict(agreeing, LIMIT)).toBe('undecided');
  expect(settledVerdict(agreeing, { ...LIMIT, sharesProcess: true })).toBe('no gain');
});

test('an interval alone does not settle: the test that may be watched must be convinced as well', () => {
  // Three wins and a loss in turn. Losses are tiny and wins shrink, so ranks are clear in the end, yet each bet was small.
  const pairs = rounds({ epochCount: 4, roundsPerEpoch: 6, ratio: 1, noise: 0 }).map((row) => {
    const log = row.round % 4 === 3 ? -0.002 + row.round / 1e5 : 0.5 - row.round / 400;
    return { ...row, numeratorMs: row.denominatorMs * Math.exp(log) };
  });
  expect(judgeStrategy(pairs, LIMIT).probability).toBeLessThan(STOPPING_ALPHA);
  expect(settledVerdict(pairs, LIMIT)).toBe('undecided');
});

test('an arm may leave once it is beyond doubt or settled, and no sooner', () => {
  const far = rounds({ epochCount: 1, roundsPerEpoch: 12, ratio: 2 });
  expect([4, 5].map((count) => mayLeave(far.slice(0, count), LIMIT))).toEqual([false, true]);
  const clear = rounds({ epochCount: 2, roundsPerEpoch: 16, ratio: 1.22 });
  expect([5, 16, 32].map((count) => mayLeave(clear.slice(0, count), LIMIT))).toEqual([false, false, true]);
  expect(mayLeave([], LIMIT)).toBe(false);
});

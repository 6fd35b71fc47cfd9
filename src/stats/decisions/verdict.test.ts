import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { epochProbability } from '../paired/epoch-interval.ts';
import { pairedEffect } from '../paired/paired-effect.ts';
import type { Pair } from '../paired/paired-ratio.ts';
import { noisyPairs } from '../testing/noise.ts';
import { BettingTest } from './betting.ts';
import { judgeStrategy, judgeVersion } from './verdict.ts';

const LIMIT = { equivalenceRatio: 0.05 };
const RUN = { epochCount: 8, roundsPerEpoch: 25, ratio: 1, noiseSd: 0.05, offsetSd: 0.01 };
const judge = (options: Partial<typeof RUN>, seed = 1) =>
  judgeStrategy(noisyPairs(seededRandom(seed), { ...RUN, ...options }), LIMIT);

test('the numerator is the reference: a ratio above 1 means that the arm is faster', () => {
  expect(judge({ ratio: 2 }).verdict).toBe('faster');
  expect(judge({ ratio: 0.5 }).verdict).toBe('slower');
});

test('the same is equivalent when there were rounds enough, undecided when not', () => {
  expect(judge({ epochCount: 12, roundsPerEpoch: 50, noiseSd: 0.03 }).verdict).toBe('equivalent');
  expect(judge({ epochCount: 2, roundsPerEpoch: 3 }).verdict).toBe('undecided');
});

test('a difference that is decided but too small to matter is equivalent, not a win', () => {
  const judgement = judge({ epochCount: 12, roundsPerEpoch: 100, ratio: 1.02, noiseSd: 0.02, offsetSd: 0.003 });
  expect(judgement.interval99.low).toBeGreaterThan(1);
  expect(judgement.verdict).toBe('equivalent');
});

test('a factor of nine is decided by three rounds of one epoch, by one round never', () => {
  expect(judge({ epochCount: 1, roundsPerEpoch: 3, ratio: 9 }).verdict).toBe('faster');
  const one = judge({ epochCount: 1, roundsPerEpoch: 1, ratio: 9 });
  expect(one).toMatchObject({ verdict: 'undecided', probability: 1, smallestEffectRatio: Infinity });
});

test('the probability is that of whichever is less convinced, the rounds or the epochs', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const pairs = noisyPairs(seededRandom(seed), {
      ...RUN,
      epochCount: 4,
      roundsPerEpoch: 6,
      ratio: 1.1,
      noiseSd: 0.1,
    });
    const betting = new BettingTest({ alpha: 0.01 });
    for (const row of pairs) betting.observe(Math.log(row.numeratorMs / row.denominatorMs));
    const { probability } = judgeStrategy(pairs, LIMIT);
    expect(probability).toBeGreaterThanOrEqual(betting.probability);
    expect(probability).toBeGreaterThanOrEqual(epochProbability(pairedEffect(pairs).epochs));
  }
});

test('every round doubled in both arms changes nothing', () => {
  const pairs = noisyPairs(seededRandom(9), RUN);
  const doubled: Pair[] = pairs.map((row) => ({
    ...row,
    numeratorMs: row.numeratorMs * 2,
    denominatorMs: row.denominatorMs * 2,
  }));
  expect(judgeStrategy(doubled, LIMIT)).toEqual(judgeStrategy(pairs, LIMIT));
});

test('versions: a regression needs an interval beyond 1 and a change beyond the margin', () => {
  const verdict = (ratio: number, low: number, high: number) => judgeVersion({ ratio, low, high }, 0.25);
  expect(verdict(1.4, 1.1, 1.7)).toBe('regressed');
  expect(verdict(1.4, 0.9, 1.9)).toBe('inconclusive');
  expect(verdict(1.1, 1.05, 1.2)).toBe('equivalent');
  expect(verdict(1.2, 1.05, 1.4)).toBe('inconclusive');
  expect(verdict(0.6, 0.5, 0.8)).toBe('improved');
  expect(verdict(0.6, 0.4, 1.1)).toBe('inconclusive');
  expect(verdict(1, 0, Infinity)).toBe('inconclusive');
  expect(verdict(Number.NaN, Number.NaN, Number.NaN)).toBe('inconclusive');
});

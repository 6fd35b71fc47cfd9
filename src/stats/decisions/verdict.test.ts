import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { epochProbability } from '../paired/epoch-interval.ts';
import { pairedEffect } from '../paired/paired-effect.ts';
import { type Pair, ratioOfEffect } from '../paired/paired-ratio.ts';
import { pooledProbability } from '../paired/pooled-interval.ts';
import { noisyPairs } from '../testing/noise.ts';
import { decideAt, hasNoGainAbove, judgeStrategy, probabilityOf, wordFor } from './verdict.ts';

const LIMIT = { equivalenceRatio: 0.05 };
const RUN = { epochCount: 8, roundsPerEpoch: 25, ratio: 1, noiseSd: 0.05, offsetSd: 0.01 };
const judge = (options: Partial<typeof RUN>, seed = 1) =>
  judgeStrategy(noisyPairs(seededRandom(seed), { ...RUN, ...options }), LIMIT);

test('the numerator is the reference: a ratio above 1 means that the arm is faster', () => {
  expect(judge({ ratio: 2 }).verdict).toBe('faster');
  expect(judge({ ratio: 0.5 }).verdict).toBe('slower');
});

test('the same is no gain when there were rounds enough, undecided when not', () => {
  expect(judge({ epochCount: 12, roundsPerEpoch: 50, noiseSd: 0.03 }).verdict).toBe('no gain');
  expect(judge({ epochCount: 2, roundsPerEpoch: 3 }).verdict).toBe('undecided');
});

test('a difference that is decided but too small to matter is no gain', () => {
  const judgement = judge({ epochCount: 12, roundsPerEpoch: 100, ratio: 1.02, noiseSd: 0.02, offsetSd: 0.003 });
  expect(judgement.interval99.low).toBeGreaterThan(1);
  expect(judgement.verdict).toBe('no gain');
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
    const { epochs, sorted } = pairedEffect(pairs);
    const parts = [epochProbability(epochs), pooledProbability(sorted)];
    expect(judgeStrategy(pairs, LIMIT).probability).toBe(Math.max(...parts));
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

test('words at their borders: the band includes its ends, a bound on 1 decides nothing', () => {
  const word = (low: number, high: number) => wordFor({ ratio: 1, low, high }, 1.25);
  expect(word(0.8, 1.25)).toBe('no gain');
  expect(word(0.8, 1.26)).toBe('undecided');
  expect(word(1, 1.5)).toBe('undecided');
  expect(word(1.01, 1.5)).toBe('faster');
  expect(word(0.5, 1.3)).toBe('undecided');
  expect(word(0.5, 0.99)).toBe('slower');
  expect(word(0.81, 0.99)).toBe('no gain');
  expect(word(0, Infinity)).toBe('undecided');
});

test('no gain looks at one end only: how much slower it may be stays open, unless it is slower', () => {
  const word = (low: number, high: number) => wordFor({ ratio: 1, low, high }, 1.05);
  expect(word(0.96, 1.05)).toBe('no gain');
  expect(word(0.8, 1.04)).toBe('no gain');
  expect(word(0.5, 1)).toBe('no gain');
  expect(word(0.5, 0.99)).toBe('slower');
  expect(hasNoGainAbove({ ratio: 1, low: 0.5, high: 1.05 }, 0.05)).toBe(true);
  expect(hasNoGainAbove({ ratio: 1, low: 0.5, high: 1.051 }, 0.05)).toBe(false);
});

/** Epochs whose rounds have these log-ratios, all epochs alike. */
const alike = (epochCount: number, ...logRatios: readonly number[]): Pair[] =>
  Array.from({ length: epochCount }, (_, epoch) =>
    logRatios.map((log, at) => ({
      epoch,
      round: epoch * logRatios.length + at,
      numeratorMs: 10 * Math.exp(log),
      denominatorMs: 10,
    })),
  ).flat();

test('the probability is the level at which the interval ends at 1', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const pairs = noisyPairs(seededRandom(seed), {
      ...RUN,
      epochCount: 1 + (seed % 4),
      roundsPerEpoch: 5,
      ratio: 1.12,
    });
    const effect = pairedEffect(pairs);
    const probability = probabilityOf(effect);
    for (const alpha of [0.05, 0.01, 0.0025]) {
      const { low, high } = ratioOfEffect(effect, 1 - alpha);
      expect(low > 1 || high < 1).toBe(probability <= alpha);
    }
  }
});

test('in a family a difference must stand at a stricter level, and the interval that decided is the one returned', () => {
  const effect = pairedEffect(alike(2, 0.05, 0.2, 0.35, 0.5, 0.3));
  const alone = decideAt(effect, 0.99, LIMIT);
  expect(alone).toMatchObject({ verdict: 'faster', decidingConfidence: 0.99 });
  expect(alone.decidingInterval).toMatchObject({ low: ratioOfEffect(effect, 0.99).low });
  expect(alone.decidingInterval.low).toBeGreaterThan(1);
  const strict = decideAt(effect, 0.9999, LIMIT);
  expect(strict).toMatchObject({ verdict: 'undecided', decidingConfidence: 0.9999 });
  expect(strict.decidingInterval.low).toBeLessThanOrEqual(1);
});

test('no gain pays for no family: it is read off the interval that is meant for reading', () => {
  const effect = pairedEffect(alike(3, -0.01, 0, 0.01, 0.005));
  for (const confidence of [0.99, 0.9999]) {
    const { verdict, decidingInterval, decidingConfidence } = decideAt(effect, confidence, LIMIT);
    expect({ verdict, decidingConfidence }).toEqual({ verdict: 'no gain', decidingConfidence: 0.95 });
    expect(decidingInterval.high).toBeLessThanOrEqual(1.05);
  }
});

test('rounds without any spread: no difference is no evidence, a difference is as sure as the epochs allow', () => {
  expect(judgeStrategy(alike(5, 0), LIMIT)).toMatchObject({ probability: 1, smallestEffectRatio: 1 });
  expect(judgeStrategy(alike(8, Math.LN2), LIMIT)).toMatchObject({ probability: 0, verdict: 'faster' });
  const three = alike(1, Math.LN2, Math.LN2, Math.LN2);
  expect(judgeStrategy(three, LIMIT).probability).toBe(epochProbability(pairedEffect(three).epochs));
});

test('the smallest effect is what the half-width of the deciding interval and 80 % chance make', () => {
  const { interval99, interval95, smallestEffectRatio } = judge({});
  const halfWidth = Math.log(interval99.high / interval99.low) / 2;
  expect(smallestEffectRatio).toBeCloseTo(Math.exp((halfWidth * (2.5758 + 0.8416)) / 2.5758), 4);
  expect(interval95.low).toBeGreaterThan(interval99.low);
  expect(interval95.high).toBeLessThan(interval99.high);
  expect(Object.keys(interval95)).toEqual(['ratio', 'low', 'high']);
});

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { noisyPairs } from '../testing/noise.ts';
import { epochInterval } from './epoch-interval.ts';
import { pairedEffect } from './paired-effect.ts';
import { type Pair, pairedRatio } from './paired-ratio.ts';
import { pooledInterval } from './pooled-interval.ts';

const pair = (round: number, numeratorMs: number, denominatorMs: number, epoch = 0): Pair => ({
  epoch,
  round,
  numeratorMs,
  denominatorMs,
});

const RUN = { epochCount: 8, roundsPerEpoch: 20, ratio: 1, noiseSd: 0.1, offsetSd: 0.02 };

test('nine times is nine times, and turning the pair around turns the ratio around', () => {
  const pairs = noisyPairs(seededRandom(1), { ...RUN, ratio: 9 });
  const found = pairedRatio(pairs, 0.95);
  const turned = pairedRatio(
    pairs.map((row) => pair(row.round, row.denominatorMs, row.numeratorMs, row.epoch)),
    0.95,
  );
  expect(found.low).toBeLessThan(9);
  expect(found.high).toBeGreaterThan(9);
  expect(turned.ratio).toBeCloseTo(1 / found.ratio, 10);
  expect(turned.low).toBeCloseTo(1 / found.high, 10);
  expect(found).toMatchObject({ confidence: 0.95, pairCount: 160, epochCount: 8 });
});

test('one pair has a ratio but no interval; no pair has neither', () => {
  expect(pairedRatio([pair(0, 20, 10)], 0.95)).toMatchObject({ ratio: 2, low: 0, high: Infinity });
  expect(pairedRatio([pair(0, 20, 10), pair(1, 22, 10)], 0.95).low).toBeGreaterThan(0);
  expect(() => pairedRatio([], 0.95)).toThrow(RangeError);
});

test('refuses times that are no times, naming the round', () => {
  for (const bad of [0, -1, Number.NaN, Infinity])
    expect(() => pairedRatio([pair(4, bad, 1)], 0.95)).toThrow('Round 4');
  for (const confidence of [0, 1, Number.NaN]) {
    expect(() => pairedRatio([pair(0, 1, 1)], confidence)).toThrow(`between 0 and 1, got ${confidence}`);
  }
});

test('is the wider of the intervals of rounds and of epochs at each end, and wider with more confidence', () => {
  const random = seededRandom(2);
  for (let run = 0; run < 16; run++) {
    const pairs = noisyPairs(random, { ...RUN, epochCount: 1 + (run % 8), roundsPerEpoch: 3 + (run % 11) });
    const logs = Float64Array.from(pairs, (row) => Math.log(row.numeratorMs / row.denominatorMs)).sort();
    const found = pairedRatio(pairs, 0.95);
    const pooled = pooledInterval(logs, 0.95);
    const byEpoch = epochInterval(pairedEffect(pairs).epochs, 0.95);
    expect(Math.log(found.low)).toBeCloseTo(Math.min(pooled.low, byEpoch.low), 12);
    expect(Math.log(found.high)).toBeCloseTo(Math.max(pooled.high, byEpoch.high), 12);
    expect(pairedRatio(pairs, 0.99).high).toBeGreaterThanOrEqual(found.high);
  }
});

test('what disturbs both arms of a round leaves the ratio alone', () => {
  const calm = noisyPairs(seededRandom(3), RUN);
  const stormy = calm.map((row) => {
    const storm = 1 + (row.round % 7);
    return pair(row.round, row.numeratorMs * storm, row.denominatorMs * storm, row.epoch);
  });
  expect(pairedRatio(stormy, 0.95).ratio).toBeCloseTo(pairedRatio(calm, 0.95).ratio, 12);
});

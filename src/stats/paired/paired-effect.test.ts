import { expect, test } from 'vitest';
import { PROCESS_OFFSET_PER_NOISE, PROCESS_OFFSET_SD, sumOfVariances } from './epoch-interval.ts';
import { type Pair, pairedEffect } from './paired-effect.ts';
import { pooledStandardError } from './pooled-interval.ts';

const pair = (epoch: number, round: number, log: number): Pair => ({
  epoch,
  round,
  numeratorMs: 10 * Math.exp(log),
  denominatorMs: 10,
});

const PAIRS = [pair(1, 3, 0.9), pair(0, 0, 0.3), pair(1, 2, 0.5), pair(0, 1, 0.1)];

test('log-ratios stand in the order of rounds, sorted ones in that of size, whatever the order given', () => {
  const effect = pairedEffect(PAIRS);
  const rounded = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toFixed(12)));
  expect(rounded(effect.logRatios)).toEqual([0.3, 0.1, 0.5, 0.9]);
  expect(rounded(effect.sorted)).toEqual([0.1, 0.3, 0.5, 0.9]);
  expect(PAIRS.map(({ round }) => round)).toEqual([3, 0, 2, 1]);
});

test('the centre is that of all rounds, the epochs’ centre the mean of one pseudomedian each', () => {
  const effect = pairedEffect(PAIRS);
  expect(effect.centre).toBeCloseTo(0.45, 12); // ten averages, the middle two .4 and .5
  expect(effect.epochs.centre).toBeCloseTo((0.2 + 0.7) / 2, 12);
  expect(effect.epochCount).toBe(2);
});

test('two epochs borrow three quarters of what processes and rounds are known to vary by', () => {
  const { epochs, epochCentres, sorted } = pairedEffect(PAIRS);
  expect(epochCentres.map((centre) => Number(centre.toFixed(12)))).toEqual([0.2, 0.7]);
  const roundVariance = pooledStandardError(sorted).standardError ** 2;
  const processes = { variance: PROCESS_OFFSET_SD ** 2 + PROCESS_OFFSET_PER_NOISE ** 2 * 4 * roundVariance, df: 6 };
  const expected = sumOfVariances([processes, { variance: 2 * roundVariance, df: 3 }]);
  const borrowedDf = (3 / 4) * expected.df;
  expect(epochs.df).toBeCloseTo(1 + borrowedDf, 12);
  expect(epochs.standardError).toBeCloseTo(
    Math.sqrt((2 * 0.25 ** 2 + borrowedDf * expected.variance) / (1 + borrowedDf) / 2),
    12,
  );
});

test('arms of one process borrow the noise of rounds only; who keeps the knowledge has all of it', () => {
  const measured = pairedEffect(PAIRS).epochs;
  expect(pairedEffect(PAIRS, { sharesProcess: true }).epochs.standardError).toBeLessThan(measured.standardError);
  expect(pairedEffect(PAIRS, { keepsExpected: true }).epochs.df).toBeCloseTo(1 + ((measured.df - 1) * 4) / 3, 12);
});

test('no pairs and times that are no times are refused, with round and times', () => {
  expect(() => pairedEffect([])).toThrow('at least one pair, got none');
  for (const bad of [0, -1, Number.NaN, Infinity]) {
    const good = { epoch: 0, round: 7, numeratorMs: 5, denominatorMs: 5 };
    expect(() => pairedEffect([{ ...good, numeratorMs: bad }])).toThrow(
      `Round 7: times must be finite and above 0 ms, got ${bad} and 5`,
    );
    expect(() => pairedEffect([{ ...good, denominatorMs: bad }])).toThrow(`got 5 and ${bad}`);
  }
});

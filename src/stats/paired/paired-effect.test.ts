import { expect, test } from 'vitest';
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

test('two epochs borrow three degrees of what processes differ by and of the spread of rounds', () => {
  const offset = 0.1;
  const { epochs, sorted } = pairedEffect(PAIRS, { processOffsetRatio: offset });
  const borrowed = 3 * (offset ** 2 + 2 * pooledStandardError(sorted) ** 2);
  expect(epochs).toMatchObject({ df: 4 });
  expect(epochs.standardError).toBeCloseTo(Math.sqrt((2 * 0.25 ** 2 + borrowed) / 4 / 2), 12);
  const measured = pairedEffect(PAIRS).epochs.standardError;
  expect(pairedEffect(PAIRS, { processOffsetRatio: 0.025 }).epochs.standardError).toBe(measured);
  expect(pairedEffect(PAIRS, { processOffsetRatio: 0 }).epochs.standardError).toBeLessThan(measured);
  expect(pairedEffect(PAIRS, { leastBorrowedDf: 6 }).epochs.df).toBe(7);
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

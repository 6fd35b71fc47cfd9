import { describe, expect, it } from 'vitest';
import { hasAllRounds, hasTime, hasTooFew, maySettle, orderSeed, roundsAtEnd } from './round-count.ts';

const byBudget = { roundCount: null, epochCount: 3 };

describe('an epoch within a budget', () => {
  const time = { shareMs: 1_000, leftMs: 100, nextMs: 60 };

  it('goes on while the next round fits', () => {
    expect(roundsAtEnd({ roundCount: 3, finishedEpochCount: 0 }, byBudget)).toBeNull();
    expect(hasTime(20, true, time)).toBe(true);
    expect(hasTime(20, true, { ...time, nextMs: 101 })).toBe(false);
    expect(hasTime(20, true, { ...time, leftMs: -1 })).toBe(false);
  });

  it('has three rounds whatever they take, settled or not', () => {
    const late = { ...time, leftMs: -1e6 };
    expect([0, 1, 2, 3].map((rounds) => hasTime(rounds, false, late))).toEqual([true, true, true, false]);
    expect([0, 1, 2, 3].map(hasTooFew)).toEqual([true, true, true, false]);
  });

  it('has five where it is the only one, though they take up to two fifths longer', () => {
    const over = { ...time, leftMs: -330 };
    expect([4, 5].map((rounds) => hasTime(rounds, true, over))).toEqual([true, false]);
    expect(hasTime(4, true, { ...over, leftMs: -341 })).toBe(false);
    expect(hasTime(4, false, over)).toBe(false);
    expect(hasTime(4, true, { shareMs: -50, leftMs: -1, nextMs: 1 })).toBe(false);
  });

  it('ends at 600 rounds', () => {
    expect([599, 600].map((rounds) => hasAllRounds(rounds, byBudget))).toEqual([false, true]);
  });
});

it('a scenario is settled by twelve rounds at least', () => {
  expect([11, 12].map(maySettle)).toEqual([false, true]);
});

describe('an epoch of --rounds', () => {
  const asked = { roundCount: 10, epochCount: 3 };

  it('has its part of them, and the last has the rest', () => {
    const ends = [0, 1, 2].map((finishedEpochCount) => roundsAtEnd({ roundCount: 0, finishedEpochCount }, asked));
    expect(ends).toEqual([3, 7, 10]);
    expect(hasAllRounds(9, asked)).toBe(false);
    expect(hasAllRounds(10, asked)).toBe(true);
  });

  it('never takes back a round that was run', () => {
    expect(roundsAtEnd({ roundCount: 5, finishedEpochCount: 0 }, asked)).toBe(5);
  });
});

it('every epoch of every scenario has an order of its own', () => {
  const seeds = [0, 1, 2].flatMap((epoch) => [0, 1, 2].map((scenario) => orderSeed(5, epoch, scenario)));
  expect(new Set(seeds).size).toBe(9);
  expect(Math.min(...seeds)).toBe(5);
});

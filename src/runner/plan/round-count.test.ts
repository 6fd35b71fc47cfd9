import { describe, expect, it } from 'vitest';
import { hasAllRounds, orderSeed, roundsAtEnd } from './round-count.ts';

const byBudget = { roundCount: null, epochCount: 3 };
const none = { roundCount: 0, finishedEpochCount: 0 };

describe('an epoch within a budget', () => {
  it('has as many rounds as fit', () => {
    expect(roundsAtEnd(none, { leftMs: 1_000, roundMs: 30 }, byBudget)).toBe(33);
    expect(roundsAtEnd({ roundCount: 33, finishedEpochCount: 1 }, { leftMs: 600, roundMs: 30 }, byBudget)).toBe(53);
  });

  it('has five rounds at first and two later, whatever is left', () => {
    expect(roundsAtEnd(none, { leftMs: 0, roundMs: 30 }, byBudget)).toBe(5);
    expect(roundsAtEnd({ roundCount: 5, finishedEpochCount: 1 }, { leftMs: 0, roundMs: 30 }, byBudget)).toBe(7);
  });

  it('ends at 600 rounds, also where a round takes no time', () => {
    expect(roundsAtEnd(none, { leftMs: 1e9, roundMs: 0 }, byBudget)).toBe(600);
    expect(hasAllRounds(599, byBudget)).toBe(false);
    expect(hasAllRounds(600, byBudget)).toBe(true);
  });
});

describe('an epoch of --rounds', () => {
  const asked = { roundCount: 10, epochCount: 3 };

  it('has its part of them, and the last has the rest', () => {
    const time = { leftMs: 0, roundMs: 1e6 };
    const ends = [0, 1, 2].map((finishedEpochCount) => roundsAtEnd({ roundCount: 0, finishedEpochCount }, time, asked));
    expect(ends).toEqual([3, 7, 10]);
    expect(hasAllRounds(9, asked)).toBe(false);
    expect(hasAllRounds(10, asked)).toBe(true);
  });

  it('never takes back a round that was run', () => {
    const done = { roundCount: 5, finishedEpochCount: 0 };
    expect(roundsAtEnd(done, { leftMs: 0, roundMs: 1 }, asked)).toBe(5);
  });
});

it('every epoch of every scenario has an order of its own', () => {
  const seeds = [0, 1, 2].flatMap((epoch) => [0, 1, 2].map((scenario) => orderSeed(5, epoch, scenario)));
  expect(new Set(seeds).size).toBe(9);
  expect(Math.min(...seeds)).toBe(5);
});

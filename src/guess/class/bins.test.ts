import { describe, expect, it } from 'vitest';
import { binsOf } from './bins.ts';

const edges = (guesses: readonly number[]) =>
  binsOf(guesses, null).map(({ fromRatio, toRatio, guessCount }) => [fromRatio, toRatio, guessCount]);

describe('bins', () => {
  it('begin where people guess', () => {
    expect(edges([2, 5])).toEqual([
      [2, 3, 1],
      [3, 5, 0],
      [5, 7, 1],
    ]);
    expect(edges([1, 1, 1])).toEqual([[1, 1.5, 3]]);
    expect(edges([0.15])).toEqual([[0.15, 0.2, 1]]);
    expect(edges([9.99, 10])).toEqual([
      [7, 10, 1],
      [10, 15, 1],
    ]);
  });

  it('get wider where the guesses lie far apart, twelve at most', () => {
    expect(edges([1, 99]).length).toBe(12);
    expect(edges([1, 100])).toHaveLength(7);
    expect(edges([0.0001, 10_000])).toHaveLength(9);
  });

  it.each([[[1, 1000]], [[0.0001, 0.5, 10_000]], [[0.3, 0.7, 1, 1.49, 1.5, 149, 150, 151]]])(
    'lose no guess of %j',
    (guesses) => {
      const bins = binsOf(guesses, null);
      expect(bins.reduce((sum, { guessCount }) => sum + guessCount, 0)).toBe(guesses.length);
      for (const [index, bin] of bins.slice(1).entries()) expect(bin.fromRatio).toBe(bins[index]?.toRatio);
    },
  );

  it('reach to what was measured, and mark where its interval lies', () => {
    const bins = binsOf([2], { ratio: 6, low: 4.8, high: 7.5 });
    expect(bins.map(({ fromRatio, isMeasured }) => [fromRatio, isMeasured])).toEqual([
      [2, false],
      [3, true],
      [5, true],
    ]);
    expect(binsOf([2, 6], { ratio: 2.5, low: 2.4, high: 2.6 }).map(({ isMeasured }) => isMeasured)).toEqual([
      ...[true, false, false],
    ]);
    expect(binsOf([20], { ratio: 2, low: 1.9, high: 2.1 })[0]).toMatchObject({ fromRatio: 2, isMeasured: true });
  });

  it('are none of nothing', () => {
    expect(binsOf([], null)).toEqual([]);
  });
});

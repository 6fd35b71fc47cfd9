import { describe, expect, it } from 'vitest';
import { MOST_PAIRS } from './draw.ts';
import { disjointAlarms, limitLeavingOut, type Pairs, ratesAlone, ratesTogether } from './rates.ts';

const pairOf = (logRatio: number) => ({ logRatio, noiseVariance: 0 });
const CALM = Array.from({ length: 46 }, (_, index) => pairOf(index % 2 === 0 ? 0.01 : -0.01));
const DRAWING = { order: 'shuffled', slowedRatio: 0, trialCount: 20, seed: 1, marginRatio: 0.03 } as const;

describe('ratesAlone', () => {
  it('calls what is the same within the margin, and what is 10 % slower regressed', () => {
    expect(ratesAlone([CALM, CALM], DRAWING)).toMatchObject({ trialCount: 40, withinRatio: 1, regressedRatio: 0 });
    expect(ratesAlone([CALM], { ...DRAWING, slowedRatio: 0.1 })).toMatchObject({ regressedRatio: 1, withinRatio: 0 });
  });
});

describe('ratesTogether', () => {
  it('takes the cell that is slower for a find, and no other for an alarm', () => {
    const drawing = { ...DRAWING, slowedRatio: 0.1 };
    expect(ratesTogether([CALM], 3, drawing)).toEqual({ slowerRatio: 0, alarmedRatio: 0, foundRatio: 1 });
  });
});

describe('disjointAlarms', () => {
  it('begins each comparison after the pairs of the one before', () => {
    // Five pairs settle each of them; from the 25th on, fewer are left than a comparison may need.
    expect(disjointAlarms([CALM], 0.03)).toEqual({ trialCount: 5, alarmCount: 0 });
  });

  it('takes pairs as they were called', () => {
    const slower = CALM.map(({ logRatio }) => pairOf(logRatio + 0.1));
    expect(disjointAlarms([slower.slice(0, MOST_PAIRS)], 0.03)).toEqual({ trialCount: 1, alarmCount: 1 });
  });
});

describe('limitLeavingOut', () => {
  const shareAboveZero = (cells: Pairs) => {
    const all = cells.flat();
    return all.filter(({ logRatio }) => logRatio > 0).length / all.length;
  };

  it('is the standard error of a mean where each tenth is one value', () => {
    const values = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    const standardError = Math.sqrt((0.3 * 0.7) / 9);
    expect(limitLeavingOut([values.map(pairOf)], shareAboveZero)).toBeCloseTo(0.3 + 1.645 * standardError, 10);
  });

  it('says that a rate is sure where no tenth moves it', () => {
    expect(limitLeavingOut([CALM.map(() => pairOf(1))], shareAboveZero)).toBe(1);
  });
});

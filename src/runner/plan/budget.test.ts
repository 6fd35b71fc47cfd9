import { describe, expect, it } from 'vitest';
import { isDone, isTaken, laterMs, type Standing, shareMs, shareRatio } from './budget.ts';

const fresh: Standing = { finishedEpochCount: 0, settled: false, exhausted: false };
const having = (finishedEpochCount: number, settled = false): Standing => ({ ...fresh, finishedEpochCount, settled });
const exhausted: Standing = { ...having(1), exhausted: true };

describe('a scenario', () => {
  it('is done when nothing is left to run, or when it is settled and two epochs agree', () => {
    expect([fresh, having(9), having(1, true)].map(isDone)).toEqual([false, false, false]);
    expect([exhausted, having(2, true)].map(isDone)).toEqual([true, true]);
  });

  it('gets its first epoch whatever is left, later ones only from what is left', () => {
    expect(isTaken(fresh, 0, -5)).toBe(true);
    expect(isTaken(having(1), 1, 0)).toBe(false);
    expect(isTaken(having(1), 1, 1)).toBe(true);
    expect(isTaken(having(1), 1, null)).toBe(true);
  });

  it('is passed over when it is done, or had this epoch in an earlier run', () => {
    expect(isTaken(exhausted, 1, 100)).toBe(false);
    expect(isTaken(having(2), 1, 100)).toBe(false);
  });
});

describe('the share of a turn', () => {
  it('is one of all turns to come, while all are undecided', () => {
    expect(shareRatio([fresh, fresh], { scenarioIndex: 0, epoch: 0 }, 3)).toBeCloseTo(1 / 6);
    expect(shareRatio([having(1), fresh], { scenarioIndex: 1, epoch: 0 }, 3)).toBeCloseTo(1 / 5);
    expect(shareRatio([having(3), having(2)], { scenarioIndex: 1, epoch: 2 }, 3)).toBe(1);
  });

  it('is 0.3 of an undecided one’s for a settled scenario, in this epoch and in those to come', () => {
    // Its own turn now and one more, the other's two: 0.3 of 0.3 + 0.3 + 1 + 1.
    expect(shareRatio([having(1, true), having(1)], { scenarioIndex: 0, epoch: 1 }, 3)).toBeCloseTo(0.3 / 2.6);
    // The other way round: 1 of 1 + 1 + 0.3 (its turn in this epoch is over) .
    expect(shareRatio([having(1, true), having(1)], { scenarioIndex: 1, epoch: 1 }, 3)).toBeCloseTo(1 / 2.3);
  });

  it('is not cut for scenarios that are done, or had this epoch already', () => {
    expect(shareRatio([having(1), exhausted], { scenarioIndex: 0, epoch: 1 }, 2)).toBe(1);
    expect(shareRatio([having(1), having(2)], { scenarioIndex: 0, epoch: 1 }, 2)).toBe(1);
  });
});

describe('the time of a turn', () => {
  const budget = { budgetMs: 6_000, leftMs: 2_000, epochCount: 2 };

  it('is its part of what is left', () => {
    expect(shareMs([having(1), having(1)], { scenarioIndex: 0, epoch: 1 }, budget)).toBeCloseTo(1_000);
    expect(shareMs([having(1), having(1)], { scenarioIndex: 1, epoch: 1 }, { ...budget, leftMs: -100 })).toBeLessThan(
      0,
    );
    expect(shareMs([fresh, fresh], { scenarioIndex: 0, epoch: 0 }, { ...budget, leftMs: 6_200 })).toBeCloseTo(1_550);
  });

  it('is an even share at least for a first epoch, whatever those before it took', () => {
    expect(shareMs([having(1), fresh], { scenarioIndex: 1, epoch: 0 }, budget)).toBe(1_500);
    expect(shareMs([having(1), fresh], { scenarioIndex: 1, epoch: 0 }, { ...budget, leftMs: -100 })).toBe(1_500);
  });
});

describe('the time after a turn', () => {
  it('is what the budget keeps for the others, and never less than none', () => {
    expect(laterMs(100, 30, { doneCount: 0, leftCount: 5, elapsedMs: 0 })).toBe(70);
    expect(laterMs(-10, 5, { doneCount: 0, leftCount: 5, elapsedMs: 0 })).toBe(0);
  });

  it('is told by the turns so far where rounds were asked for', () => {
    expect(laterMs(null, 0, { doneCount: 0, leftCount: 2, elapsedMs: 40 })).toBeNull();
    expect(laterMs(null, 0, { doneCount: 2, leftCount: 3, elapsedMs: 40 })).toBe(60);
    expect(laterMs(null, 0, { doneCount: 2, leftCount: 0, elapsedMs: 40 })).toBe(0);
    expect(laterMs(null, 0, { doneCount: 0, leftCount: 0, elapsedMs: 40 })).toBe(0);
  });
});

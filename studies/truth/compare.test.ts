import { expect, it } from 'vitest';
import type { RatioInterval, Row } from '../../src/model/report/report.ts';
import { compareTurns, sharesOf } from './compare.ts';
import { type Turn, WAYS } from './contest.ts';

const [ONE, ALL, TWO] = WAYS.map(({ strategy }) => strategy.id);

/** Rounds of a script that needs 100 ms one by one, 10 all at once, on a machine that gets slower and faster. */
const plain = [1, 1.5, 0.8, 1.2, 1].map((mood) => ({
  oneByOne: 100 * mood,
  allAtOnce: 10 * mood,
  twoWorkers: 100 * mood,
}));

const COMPUTING = { waitingRatio: 0.1, computingHereRatio: 0.9, computingElsewhereRatio: 0 };

function row(strategyId: string | undefined, medianMs: number | null, speedup: RatioInterval | null = null): Row {
  return { key: { strategyId }, medianMs, speedup } as Row;
}

function turn(allAtOnceMs: number | null, speedup: RatioInterval | null): Turn {
  return {
    plain,
    work: COMPUTING,
    rows: [row(ONE, 100), row(ALL, allAtOnceMs, speedup), row(TWO, 100, { ratio: 1, low: 0.9, high: 1.1 })],
  };
}

const right = turn(10.5, { ratio: 9.5, low: 8.9, high: 10.1 });
const tooHigh = turn(12, { ratio: 12, low: 11, high: 13 });
const tooLow = turn(12, { ratio: 8.3, low: 8, high: 9 });
const withheld = turn(null, null);
const allAtOnce = (turns: Turn[]) => compareTurns('it', turns).find(({ strategyId }) => strategyId === ALL);

it('finds a factor inside the interval, and a median near', () => {
  const compared = allAtOnce([right, right]);
  expect(compared).toMatchObject({ plainMs: 10, oursMs: 10.5, medianRatio: 1.05, insideCount: 2, turnCount: 2 });
  expect(compared?.plainFactor?.ratio).toBeCloseTo(10, 6);
  expect(sharesOf(compareTurns('it', [right]))).toMatchObject({ medianCount: 3, nearCount: 3 });
});

it('finds one outside on either side, and a median that is too long', () => {
  expect(allAtOnce([tooHigh])?.insideCount).toBe(0);
  expect(allAtOnce([right, tooLow, tooLow])).toMatchObject({ medianRatio: 1.2, insideCount: 1, turnCount: 3 });
  const shares = sharesOf(compareTurns('it', [right, tooLow, tooLow]));
  expect(shares).toMatchObject({ medianCount: 3, nearCount: 2, factorCount: 6, insideCount: 4, withheldCount: 0 });
  // Of 8 to 9, and 0.9 to 1.1.
  expect(shares.widthRatio).toBeCloseTo((9 / 8 + 1.1 / 0.9) / 2, 6);
});

it('two estimates agree when both together are as uncertain as they are apart', () => {
  // The script measured 5, from 4.5 to 5.6.
  const unsure = [0.9, 1, 1.1, 0.95, 1.05].map((mood) => ({
    oneByOne: 50 * mood,
    allAtOnce: 10,
    twoWorkers: 50 * mood,
  }));
  const beside = (speedup: RatioInterval) =>
    compareTurns('it', [{ plain: unsure, work: null, rows: [row(ONE, 50), row(ALL, 10, speedup)] }]);
  const told = (speedup: RatioInterval) => beside(speedup).find(({ strategyId }) => strategyId === ALL);
  // Apart by more than either, and by less than both.
  expect(told({ ratio: 5.6, low: 5.2, high: 6 })).toMatchObject({ insideCount: 0, agreeingCount: 1 });
  expect(told({ ratio: 4.5, low: 4.2, high: 4.9 })).toMatchObject({ insideCount: 0, agreeingCount: 1 });
  expect(told({ ratio: 7, low: 6.6, high: 7.4 })).toMatchObject({ insideCount: 0, agreeingCount: 0 });
  expect(told({ ratio: 3, low: 2.8, high: 3.2 })).toMatchObject({ insideCount: 0, agreeingCount: 0 });
  expect(told({ ratio: 5, low: 4, high: 6 })).toMatchObject({ insideCount: 1, agreeingCount: 1 });
});

it('counts a withheld row as one that does not hold the truth', () => {
  expect(allAtOnce([withheld])).toMatchObject({ oursMs: null, medianRatio: null, ourFactor: null });
  const shares = sharesOf(compareTurns('it', [withheld]));
  expect(shares).toMatchObject({ nearCount: 2, factorCount: 2, insideCount: 1, withheldCount: 1 });
});

it('tells the run in the middle', () => {
  expect(allAtOnce([tooHigh, right, tooLow])?.ourFactor).toEqual({ ratio: 9.5, low: 8.9, high: 10.1 });
});

it('refuses a script that did not time a way', () => {
  expect(() => compareTurns('it', [{ ...right, plain: [{ oneByOne: 1, allAtOnce: 1 }] }])).toThrow(/'twoWorkers'/);
});

it('holds predictions against what was measured, and floors against the fastest batch of the script', () => {
  const told = (strategyId: string | undefined, medianMs: number, predictedMs: number, floorMs: number) => ({
    ...row(strategyId, medianMs, { ratio: 1, low: 0.9, high: 1.1 }),
    ...{ predictedMs, floorMs },
  });
  // The fastest batches took 80, 8 and 80 ms.
  const one = { plain, work: COMPUTING, rows: [told(ONE, 100, 100, 75), told(ALL, 10, 8, 7), told(TWO, 60, 50, 81)] };
  const compared = compareTurns('it', [one, one]);
  expect(compared.map(({ predictionErrorRatio }) => predictionErrorRatio)).toEqual([0, 0.25, expect.closeTo(0.2, 9)]);
  expect(compared.map(({ floorRatio }) => floorRatio)).toEqual([75 / 80, 7 / 8, 81 / 80]);
  expect(sharesOf(compared)).toMatchObject({
    predicted: { count: 3, withinCount: 1, medianErrorRatio: expect.closeTo(0.2, 9) },
    predictedPools: { count: 1, withinCount: 0 },
    ...{ floorCount: 3, closeFloorCount: 2, beatenFloorCount: 2 },
  });
  expect(sharesOf(compareTurns('it', [{ ...one, work: null }])).predictedPools.count).toBe(0);
  const unpredicted = compareTurns('it', [{ ...right, rows: [] }]);
  expect(sharesOf(unpredicted)).toMatchObject({ predicted: { count: 0, medianErrorRatio: null }, floorCount: 0 });
});

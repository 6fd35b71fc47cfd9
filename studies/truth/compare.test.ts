import { expect, it } from 'vitest';
import type { RatioInterval, Row } from '../../src/model/report.ts';
import { compareTurns, sharesOf } from './compare.ts';
import { type PlainBatches, type Turn, WAYS } from './contest.ts';

const [ONE, ALL, TWO] = WAYS.map(({ strategy }) => strategy.id);

function plain(oneByOne: number, allAtOnce: number, twoWorkers = oneByOne): PlainBatches {
  const three = (ms: number) => [ms, 1.01 * ms, 0.99 * ms];
  return { oneByOne: three(oneByOne), allAtOnce: three(allAtOnce), twoWorkers: three(twoWorkers) };
}

function row(strategyId: string | undefined, medianMs: number | null, speedup: RatioInterval | null = null): Row {
  return { key: { strategyId }, medianMs, speedup } as Row;
}

/** Ours says 100 ms one by one, and what is given all at once. */
function turn({ allAtOnceMs, speedup }: { allAtOnceMs: number | null; speedup: RatioInterval | null }): Turn {
  const rows = [row(ONE, 100), row(ALL, allAtOnceMs, speedup), row(TWO, 100, { ratio: 1, low: 0.9, high: 1.1 })];
  return { before: plain(100, 10), rows, after: plain(100, 10) };
}

const right = turn({ allAtOnceMs: 10.5, speedup: { ratio: 9.5, low: 8.9, high: 10.1 } });
const wrong = turn({ allAtOnceMs: 12, speedup: { ratio: 8.3, low: 8, high: 9 } });
const withheld = turn({ allAtOnceMs: null, speedup: null });
const allAtOnce = (turns: Turn[]) => compareTurns('it', turns).find(({ strategyId }) => strategyId === ALL);

it('finds a factor inside the interval, and a median near', () => {
  expect(allAtOnce([right, right])).toMatchObject({ plainMs: 10, oursMs: 10.5, medianRatio: 1.05, insideCount: 2 });
  expect(allAtOnce([right])?.plainFactor).toBeCloseTo(10, 6);
  expect(sharesOf(compareTurns('it', [right]))).toMatchObject({ medianCount: 3, nearCount: 3 });
});

it('finds one outside, and a median that is too long', () => {
  expect(allAtOnce([right, wrong, wrong])).toMatchObject({ medianRatio: 1.2, insideCount: 1, steadyCount: 3 });
  const shares = sharesOf(compareTurns('it', [right, wrong, wrong]));
  expect(shares).toMatchObject({ medianCount: 3, nearCount: 2, factorCount: 6, insideCount: 4 });
});

it('counts a withheld row as one that does not hold the truth', () => {
  const shares = sharesOf(compareTurns('it', [withheld]));
  expect(shares).toMatchObject({ nearCount: 2, factorCount: 2, insideCount: 1, withheldCount: 1 });
});

it('leaves out a turn in which the machine changed, for the ways that it changed and for all when it was the reference', () => {
  const slower = (after: PlainBatches): Turn => ({ ...right, after });
  expect(allAtOnce([right, slower(plain(100, 12))])?.steadyCount).toBe(1);
  const shares = sharesOf(compareTurns('it', [slower(plain(100, 12))]));
  expect(shares).toMatchObject({ medianCount: 2, factorCount: 1, unsteadyCount: 1 });
  expect(sharesOf(compareTurns('it', [slower(plain(120, 10, 100))])).medianCount).toBe(0);
});

it('lets the script’s factor be anywhere between its two runs', () => {
  const speedup = { ratio: 9.3, low: 9, high: 9.6 };
  const between = { ...turn({ allAtOnceMs: 10, speedup }), after: plain(100, 10.8) };
  expect(allAtOnce([between])?.insideCount).toBe(1);
  expect(allAtOnce([{ ...between, after: plain(100, 10) }])?.insideCount).toBe(0);
});

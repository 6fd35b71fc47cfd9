// What a sweep draws is what the report says, and of more or less it says only what was decided.

import { describe, expect, it } from 'vitest';
import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { lines } from '../markup.ts';
import { FLATTENS, sweptRun } from '../testing/swept-run.ts';
import { sweepsOf } from './sweep.ts';
import { sweepFigures } from './sweep-figures.ts';

const scenarioOf = (medians?: ReadonlyMap<number, number>) => sweptRun(medians).report.scenarios[0] as ScenarioReport;
const scenario = scenarioOf();
const sourceOf = (of: ScenarioReport) => lines(sweepFigures(of)).source;
const swept = (row: Row) => row.key.parameters.concurrency !== undefined;

describe('rows make a sweep', () => {
  const row = scenario.rows.find(swept) as Row;
  const withParameters = (parameters: Row['key']['parameters']): Row => ({ ...row, key: { ...row.key, parameters } });
  const found = (rows: readonly Row[]) =>
    sweepsOf(rows).map(({ parameter, points }) => [parameter, points.map(({ value }) => value)]);

  it('where they differ in one number alone, in the order of that number', () => {
    expect(found([8, 2, 16].map((threads) => withParameters({ threads })))).toEqual([['threads', [2, 8, 16]]]);
    expect(sweepsOf(scenario.rows).map(({ name, parameter }) => [name, parameter])).toEqual([
      ['bounded', 'concurrency'],
    ]);
  });

  it('for each line of a grid', () => {
    const grid = [1, 2, 3].flatMap((threads) => [4, 8].map((concurrency) => withParameters({ threads, concurrency })));
    expect(found(grid)).toEqual([
      ['threads', [1, 2, 3]],
      ['threads', [1, 2, 3]],
    ]);
    expect(sweepsOf(grid).map(({ name }) => name)).toEqual(['bounded c4', 'bounded c8']);
  });

  it('not where there are two, words instead of numbers, two strategies, or no time', () => {
    expect(found([1, 2].map((threads) => withParameters({ threads })))).toEqual([]);
    expect(found(['a', 'b', 'c'].map((mode) => withParameters({ mode })))).toEqual([]);
    const rows = [1, 2, 3].map((threads) => withParameters({ threads }));
    const [first, ...others] = rows as [Row, ...Row[]];
    expect(found([{ ...first, key: { ...first.key, strategyId: 'other' } }, ...others])).toEqual([]);
    expect(found([{ ...first, medianMs: null }, ...others])).toEqual([]);
    expect(found([{ ...first, placebo: true }, ...others])).toEqual([]);
  });
});

describe('the picture', () => {
  const source = sourceOf(scenario);
  const marks = [...source.matchAll(/data-value="(\d+)" data-median-ms="([\d.]+)" cx="([\d.]+)%" cy="([\d.]+)%"/g)].map(
    ([, ...figures]) => figures.map(Number) as [number, number, number, number],
  );

  it('has each median above its value, equal ratios at equal heights', () => {
    expect(marks.map(([value]) => value)).toEqual([...FLATTENS.keys()]);
    expect(marks.map(([, ms]) => ms)).toEqual(scenario.rows.filter(swept).map(({ medianMs }) => medianMs));
    const [highest, ...others] = marks as [(typeof marks)[0], ...typeof marks];
    const lowest = others.reduce((one, other) => (other[1] < one[1] ? other : one));
    for (const [, ms, , y] of marks) {
      const along = Math.log(ms / highest[1]) / Math.log(lowest[1] / highest[1]);
      expect(y).toBeCloseTo(highest[3] + along * (lowest[3] - highest[3]), 1);
    }
    expect(highest[3]).toBeLessThan(lowest[3]);
    const steps = marks.slice(1).map(([, , x], index) => x - (marks[index]?.[2] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 1);
  });

  it('has intervals where their ratios to the reference are, and floors', () => {
    const intervals = [
      ...source.matchAll(
        /data-low="([\d.]+)" data-high="([\d.]+)" x1="[\d.]+%" x2="[\d.]+%" y1="([\d.]+)%" y2="([\d.]+)%"/g,
      ),
    ];
    const rows = scenario.rows.filter(swept);
    expect(intervals.map(([, low, high]) => [Number(low), Number(high)])).toEqual(
      rows.map(({ speedup }) => [speedup?.low, speedup?.high]),
    );
    const referenceY = Number(/class="one" x2="100%" y1="([\d.]+)%"/.exec(source)?.[1]);
    const pxOf = (ratio: number) =>
      ((marks[0]?.[3] ?? 0) - referenceY) *
      (Math.log(ratio) / Math.log(((scenario.rows[0]?.medianMs ?? 0) as number) / (marks[0]?.[1] ?? 1)));
    for (const [, low, high, slowest, fastest] of intervals) {
      expect(Number(slowest)).toBeCloseTo(referenceY + pxOf(Number(low)), 1);
      expect(Number(fastest)).toBeCloseTo(referenceY + pxOf(Number(high)), 1);
    }
    expect([...source.matchAll(/data-floor-ms="([\d.]+)"/g)].map(([, ms]) => Number(ms))).toEqual(
      rows.map(({ floorMs }) => floorMs),
    );
  });

  it('names values as they are, and has them in a table', () => {
    expect(source).toContain('>1024</text>');
    for (const value of FLATTENS.keys()) expect(source).toContain(`<th scope="row">${value}</th>`);
  });

  it('opens where an interval rules out nothing', () => {
    const rows = scenario.rows.map((row) => ({ ...row, speedup: row.speedup && { ratio: 2, low: 0, high: Infinity } }));
    const open = sourceOf({ ...scenario, rows });
    expect(open).toMatch(/▴.*▾/);
    expect(open).not.toMatch(/NaN|"-?Infinity%"/);
  });

  it('is bounded for a grid, and says what is left out', () => {
    const [row] = scenario.rows.filter(swept) as [Row];
    const values = [1, 2, 3, 4, 5];
    const rows = values.flatMap((threads) =>
      values.map((concurrency) => ({ ...row, key: { ...row.key, parameters: { threads, concurrency } } })),
    );
    const figures = sweepFigures({ ...scenario, rows });
    expect(figures).toHaveLength(6);
    expect(figures[0]?.source).toContain('4 more such lines');
  });
});

describe('the sentence', () => {
  it('has the medians, and that more no longer helps where the leaders are shown to be alike', () => {
    const source = sourceOf(scenario);
    expect(scenario.leadersAre).toBe('alike');
    expect(source).toMatch(
      /the shortest is 1\d\d ms, at concurrency (8|16|1024), the longest 6\d\d ms, at concurrency 2\./,
    );
    expect(source).toContain('from 8 on, more no longer helps.');
  });

  it('says so of a winner in the middle, and not of one at the end', () => {
    const inside = scenarioOf(
      new Map([
        [2, 610],
        [4, 300],
        [8, 600],
      ]),
    );
    expect(inside.winner?.name).toBe('bounded c4');
    expect(sourceOf(inside)).toContain('bounded c4 is decidedly in front: more than 4 does not help.');
    const end = scenarioOf(
      new Map([
        [2, 610],
        [4, 300],
        [8, 190],
      ]),
    );
    expect(sourceOf(end)).toContain('bounded c8 is decidedly in front: whether more would help, no row shows.');
  });

  it('claims nothing that was not decided', () => {
    const helps = /no longer helps|does not help/;
    const undecided = sourceOf({ ...scenario, leadersAre: 'undecided' });
    expect(undecided).not.toMatch(helps);
    expect(undecided).toMatch(/Which of .* is the fastest, this run does not decide\./);
    // A gap in the middle: more is worse there, and as good again beyond.
    const gap = scenario.leaders.filter(({ name }) => name !== 'bounded c16');
    expect(sourceOf({ ...scenario, leaders: gap })).not.toMatch(helps);
    expect(sourceOf({ ...scenario, leaders: [], leadersAre: 'none' })).not.toMatch(helps);
  });
});

// What a chart draws is what the report says: places and lengths are compared with the figures they stand for.

import { describe, expect, it } from 'vitest';
import type { ResultDocument } from '../../../model/document/document.ts';
import type { ScenarioReport } from '../../../model/report/report.ts';
import type { NamedReport } from '../../renderer.ts';
import { sideBySide } from '../../testing/sample-comparisons.ts';
import { lines, type Markup } from '../markup.ts';
import { taughtRun } from '../testing/taught-run.ts';
import { changesFigure } from './changes.ts';
import { ledgerFigure } from './ledger.ts';
import { samplesFigure } from './samples.ts';
import { linearScale, logScale } from './scale.ts';
import { speedupFigure } from './speedups.ts';

const { report, document } = taughtRun() as NamedReport & { readonly document: ResultDocument };
const pages = report.scenarios[0] as ScenarioReport;
const textOf = (figures: readonly Markup[]) => lines(figures).source;

/** The attributes of all elements that have a `data-` of this name. */
function attributesOf(source: string, name: string): Record<string, string>[] {
  return [...source.matchAll(/<\w+ ([^>]*)>/g)]
    .map(([, text = '']) =>
      Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
    )
    .filter((attributes) => `data-${name}` in attributes);
}

const percent = (text: string | undefined) => Number(text?.replace('%', ''));

describe('speed-ups', () => {
  const source = textOf(speedupFigure(pages));
  const told = pages.rows.flatMap((row) => (row.speedup === null ? [] : [row.speedup]));

  it('stand where their ratios and intervals are, on a logarithmic axis', () => {
    const points = attributesOf(source, 'ratio');
    const intervals = attributesOf(source, 'low');
    expect(points.map((point) => Number(point['data-ratio']))).toEqual(told.map(({ ratio }) => ratio));
    expect(intervals.map((each) => [Number(each['data-low']), Number(each['data-high'])])).toEqual(
      told.map(({ low, high }) => [low, high]),
    );
    // Two points fix the axis; all others must lie on it.
    const values = [
      ...points.map((point) => [Number(point['data-ratio']), percent(point.cx)] as const),
      ...intervals.map((each) => [Number(each['data-low']), percent(each.x1)] as const),
      ...intervals.map((each) => [Number(each['data-high']), percent(each.x2)] as const),
    ].sort(([one], [other]) => one - other);
    const [[low, from], [high, to]] = [values[0], values.at(-1)] as [
      readonly [number, number],
      readonly [number, number],
    ];
    for (const [ratio, x] of values) {
      expect(x).toBeCloseTo(from + ((to - from) * Math.log(ratio / low)) / Math.log(high / low), 1);
    }
  });

  it('have the floor of each row and the band of noise beside them', () => {
    const floored = pages.rows.filter(
      ({ floorMs, speedup, placebo }) => floorMs !== null && speedup !== null && !placebo,
    );
    const referenceMs = pages.rows.find(({ verdict }) => verdict === 'reference')?.medianMs ?? 0;
    expect(attributesOf(source, 'limit').map((each) => Number(each['data-limit']))).toEqual(
      floored.map(({ floorMs }) => referenceMs / (floorMs ?? 0)),
    );
    expect(source.includes('class=band')).toBe(true);
    expect(textOf(speedupFigure({ ...pages, noiseFloorRatio: null })).includes('class=band')).toBe(false);
  });

  it('open where an interval rules out nothing', () => {
    const rows = pages.rows.map((row) => ({ ...row, speedup: row.speedup && { ratio: 2, low: 0, high: Infinity } }));
    const open = textOf(speedupFigure({ ...pages, rows }));
    expect(open).toMatch(/◂.*▸/);
    expect(open).not.toMatch(/NaN|"-?Infinity%"/);
  });

  it('are no figure where no row has one', () => {
    expect(speedupFigure({ ...pages, rows: pages.rows.map((row) => ({ ...row, speedup: null })) })).toEqual([]);
  });
});

describe('the ledger', () => {
  const source = textOf(ledgerFigure(pages.rows));
  const told = pages.rows.filter(({ ledger, placebo }) => ledger !== null && !placebo);

  it('has bars as long as its parts, each from where the last one ended, up to the median', () => {
    const bars = attributesOf(source, 'ms');
    expect(bars.map((bar) => Number(bar['data-ms']))).toEqual(
      told.flatMap(({ ledger }) => (ledger ?? []).map(({ ms }) => ms)),
    );
    const begins = told.flatMap(({ ledger }) =>
      (ledger ?? []).map((_, index) => (ledger ?? []).slice(0, index).reduce((sum, { ms }) => sum + ms, 0)),
    );
    expect(bars.map((bar) => Number(bar['data-from-ms']))).toEqual(begins);
    const { at } = linearScale(told.flatMap(({ medianMs, floorMs }) => [medianMs ?? 0, floorMs ?? 0]));
    for (const bar of bars) {
      expect(percent(bar.width)).toBeCloseTo(at(Number(bar['data-ms'])), 1);
      expect(percent(bar.x)).toBeCloseTo(at(Number(bar['data-from-ms'])), 1);
    }
    for (const { ledger, medianMs } of told) {
      expect((ledger ?? []).reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(medianMs ?? 0, 6);
    }
    expect(source).toContain('class="limit"');
  });
});

describe('samples', () => {
  const own = document.cells.filter(({ key, samples }) => key.scenarioId === pages.id && samples.length > 0);
  const places = (kind: string, source: string) =>
    [...source.matchAll(new RegExp(`class="${kind}" d="([^"]*)"`, 'g'))].map(([, d = '']) =>
      [...d.matchAll(/M(\d+) (\d+)h0/g)].map(([, x, y]) => [Number(x), Number(y)]),
    );

  it('are a dot each, by time and epoch; those of dropped rounds are hollow in every row', () => {
    const source = textOf(samplesFigure(pages, document, 4_000));
    const { at } = logScale(own.flatMap(({ samples }) => samples.map(({ wallMs }) => wallMs)));
    const expected = (dropped: boolean) =>
      own.map(({ samples }) =>
        samples
          .filter(({ round }) => (round === 3) === dropped)
          .map(({ wallMs, epoch }) => [Math.round(at(wallMs) * 10), epoch * 2 + 1]),
      );
    expect(places('dots', source)).toEqual(expected(false));
    expect(places('ring', source)).toEqual(expected(true));
    expect(source).toContain('Hollow');
  });

  it('are bounded, and the page says how many are drawn', () => {
    const many = {
      ...document,
      cells: own.map((cell) => {
        const samples = Array.from({ length: 20_000 }, (_, round) => ({
          ...cell.samples[0],
          round,
          wallMs: 1 + (round % 97),
        }));
        return { ...cell, samples } as (typeof own)[number];
      }),
    };
    const source = textOf(samplesFigure(pages, many, 1_000));
    expect(places('dots', source).flat().length).toBeLessThanOrEqual(1_000);
    expect(source).toMatch(/9\d\d of 100000 samples are drawn|1000 of 100000 samples are drawn/);
    expect(source.length).toBeLessThan(40_000);
  });
});

describe('changes', () => {
  it('stand where the comparison has them, within the margin or out of it', () => {
    const source = textOf(changesFigure(sideBySide));
    expect(attributesOf(source, 'ratio').map((each) => Number(each['data-ratio']))).toEqual(
      sideBySide.cells.map(({ change }) => change.ratio),
    );
    expect(source).toContain('class="bad"');
  });

  it('are bounded, and the page says how many are drawn', () => {
    const cells = Array.from({ length: 500 }, () => sideBySide.cells[0] as (typeof sideBySide.cells)[number]);
    const source = textOf(changesFigure({ ...sideBySide, cells }));
    expect(attributesOf(source, 'ratio')).toHaveLength(60);
    expect(source).toContain('60 of 500 cells are drawn.');
  });

  it('have no colour where no verdict is given', () => {
    expect(textOf(changesFigure({ ...sideBySide, complete: false }))).not.toMatch(/<g class="(bad|good)"/);
  });
});

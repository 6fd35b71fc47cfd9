// What a number does to a strategy: a figure for each sweep of a table.

import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { referenceName } from '../../page/names.ts';
import { table } from '../../page/page.ts';
import { verdictWord } from '../../row-columns.ts';
import { BLANK, formatDuration, formatInterval, formatRatio, formatTime, timeScale } from '../../units.ts';
import { figure } from '../charts/figure.ts';
import { toneOf } from '../charts/speedups.ts';
import type { Markup } from '../markup.ts';
import { type Sweep, type SweepPoint, sweepsOf } from './sweep.ts';
import { sweepRows } from './sweep-plot.ts';
import { sweepWords } from './sweep-words.ts';

/** A grid of two parameters has a sweep for each line of it: nobody looks at more. */
const MOST_SWEEPS = 6;

/** The figures; nothing where no strategy was swept. */
export function sweepFigures(scenario: ScenarioReport): Markup[] {
  const sweeps = sweepsOf(scenario.rows);
  const leftOut = sweeps.length - MOST_SWEEPS;
  const note = leftOut > 0 ? ` ${leftOut} more such lines can be read off the table of the scenario.` : '';
  return sweeps.slice(0, MOST_SWEEPS).map((sweep) => sweepFigure(sweep, scenario, note));
}

function sweepFigure(sweep: Sweep, scenario: ScenarioReport, note: string): Markup {
  const { name, parameter, points } = sweep;
  const referenceMs = scenario.rows.find(({ verdict }) => verdict === 'reference')?.medianMs ?? null;
  const reference = referenceName(scenario);
  const hasInterval = referenceMs !== null && points.some(({ row }) => row.speedup !== null);
  const caption = [
    sweepWords(sweep, scenario),
    'A dot is the median of a batch; up is slower, and equal steps are equal ratios.',
    ...(hasInterval ? [`Its upright line is the interval of its speed-up over ${reference}, as a time.`] : []),
    ...(points.some(({ row }) => row.floorMs !== null) ? ['A dashed mark is the floor of its schedule.'] : []),
    ...(referenceMs === null ? [] : [`The line across is ${reference}.`]),
  ].join(' ');
  return figure({
    title: `${name}, by its ${parameter}`,
    caption: `${caption}${note}`,
    rows: sweepRows({
      points: points.map(({ value, row, medianMs }) => ({
        ...{ value, medianMs, floorMs: row.floorMs, speedup: row.speedup, tone: toneOf(row) },
      })),
      ...{ referenceMs, parameter },
      words: referenceMs === null ? '' : `${reference}: ${formatDuration(referenceMs)}`,
    }),
    legend: null,
    table: figuresOf(points, parameter),
  });
}

function figuresOf(points: readonly SweepPoint[], parameter: string) {
  const scale = timeScale(points.map(({ medianMs }) => medianMs));
  const ratio = (row: Row) => (row.speedup === null ? BLANK : formatRatio(row.speedup.ratio));
  return table(points, [
    { header: parameter, kind: 'word', cell: ({ value }) => String(value) },
    { header: 'time', unit: scale.unit, kind: 'figure', cell: ({ medianMs }) => formatTime(medianMs, scale) },
    { header: 'floor', unit: scale.unit, kind: 'figure', cell: ({ row }) => formatTime(row.floorMs, scale) },
    { header: 'speed-up ×', kind: 'figure', cell: ({ row }) => ratio(row) },
    { header: 'interval', kind: 'figure', cell: ({ row }) => (row.speedup ? formatInterval(row.speedup) : BLANK) },
    { header: 'verdict', kind: 'word', cell: ({ row }) => verdictWord(row) },
  ]);
}

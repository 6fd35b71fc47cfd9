// What one row shows to people, as columns. Figures come from the one list in model/figures.ts; what is more than a figure
// stands here.

import { type Figure, type FigureName, type FigureUnit, figureEntries } from '../model/report/figures.ts';
import type { Row, StrategyVerdict } from '../model/report/report.ts';
import type { ColumnOf, Tone } from './page/page.ts';
import {
  BLANK,
  formatChosenShare,
  formatInterval,
  formatMean,
  formatRatio,
  formatShare,
  formatTime,
  type TimeScale,
} from './units.ts';

/** The word in the verdict column. */
export function verdictWord(row: Row): StrategyVerdict | 'failed' | 'skipped' | 'withheld' | 'noise' {
  if (row.status !== 'completed') return row.status;
  if (row.reason !== null) return 'withheld';
  if (row.placebo) return 'noise';
  return row.verdict ?? 'withheld';
}

const TONES: Record<ReturnType<typeof verdictWord>, Tone | null> = {
  faster: 'good',
  slower: 'bad',
  failed: 'bad',
  withheld: 'bad',
  undecided: 'doubt',
  'no gain': null,
  reference: null,
  skipped: 'quiet',
  noise: 'quiet',
};

/** One column, and how to read it. */
export interface RowColumn extends ColumnOf<Row> {
  /** For the legend; null where another column explains it. */
  readonly meaning: string | null;
}

/** What a person reads first: who won, by how much, how long it took, in at most 80 places. */
export function resultColumns(rows: readonly Row[], scale: TimeScale): RowColumn[] {
  const figures = figureColumns('result', scale);
  const columns = [...figures.slice(0, 1), SPEEDUP, intervalColumn(rows), ...figures.slice(1)];
  return [NAME, ...shown(columns, rows), VERDICT, ...bars(rows)];
}

/** Where the time went: everything else that at least one of the rows can show. */
export function detailColumns(rows: readonly Row[], scale: TimeScale): RowColumn[] {
  const columns = shown([LEVEL, ...figureColumns('detail', scale), BREAK_EVEN], rows);
  return columns.length === 0 ? [] : [NAME, ...columns];
}

function bars(rows: readonly Row[]): RowColumn[] {
  const longestMs = Math.max(0, ...rows.map(({ medianMs }) => barredMs(medianMs)));
  if (longestMs === 0) return [];
  const share = ({ medianMs }: Row) => barredMs(medianMs) / longestMs;
  return [{ kind: 'bar', header: '', meaning: null, cell: () => '', share }];
}

// A time from a file that was edited by hand may be no length at all.
function barredMs(timeMs: number | null): number {
  return timeMs !== null && Number.isFinite(timeMs) ? Math.max(0, timeMs) : 0;
}

function shown(columns: readonly RowColumn[], rows: readonly Row[]): RowColumn[] {
  return columns.filter(({ cell }) => rows.some((row) => cell(row) !== BLANK));
}

function figureColumns(part: Figure['part'], scale: TimeScale): RowColumn[] {
  return figureEntries().flatMap(([name, figure]) => (figure.part === part ? [column(name, figure, scale)] : []));
}

function column(name: FigureName, { header, unit, meaning }: Figure, scale: TimeScale): RowColumn {
  const format: Record<FigureUnit, (value: number | null) => string> = {
    ms: (timeMs) => formatTime(timeMs, scale),
    share: formatShare,
    mean: formatMean,
    '/s': formatMean,
  };
  const shownUnit = { ms: { unit: scale.unit }, share: {}, mean: {}, '/s': { unit } }[unit];
  return { kind: 'figure', header, meaning, cell: (row) => format[unit](row[name]), ...shownUnit };
}

const NAME: RowColumn = {
  kind: 'word',
  header: 'strategy',
  cell: ({ name }) => name,
  meaning:
    'c8 allows eight tasks under way, w2 has two workers. A placebo is a second copy of the reference: what it differs by is noise.',
};

const VERDICT: RowColumn = {
  kind: 'word',
  header: 'verdict',
  cell: verdictWord,
  tone: (row) => TONES[verdictWord(row)],
  meaning:
    'faster or slower only where chance alone would show it in at most 1 of 100 runs, with all arms considered. no gain: at most 5 % faster than the reference, as surely. undecided: this run cannot tell; more rounds may. withheld: an audit failed, so no number is shown.',
};

const SPEEDUP: RowColumn = {
  kind: 'figure',
  header: 'speed-up',
  unit: '×',
  cell: ({ speedup }) => orBlank(speedup, ({ ratio }) => formatRatio(ratio)),
  meaning:
    "the reference's time over this row's, so above 1 is faster; beside it the interval by which the verdict was decided, and above that the share of runs in which such an interval holds the true value.",
};

// The more is asked of a table, the surer each answer has to be: levels differ from row to row.
function intervalColumn(rows: readonly Row[]): RowColumn {
  return {
    kind: 'figure',
    header: intervalHeader(rows.flatMap((row) => levelOf(row) ?? [])),
    cell: ({ speedup }) => orBlank(speedup, formatInterval),
    meaning: null,
  };
}

/** The header of a column of intervals that hold the true value in such shares of runs. */
export function intervalHeader(levels: readonly number[]): string {
  const [least, most] = [Math.min(...levels), Math.max(...levels)].map(formatChosenShare);
  const level = least === most ? most : `${least?.replace(' %', '')}–${most}`;
  return levels.length === 0 ? 'interval' : `${level}\ninterval`;
}

// A level is a share; whatever else stands in its place is not drawn.
function levelOf({ speedupLevelRatio }: Row): number | null {
  return speedupLevelRatio !== null && speedupLevelRatio > 0 && speedupLevelRatio < 1 ? speedupLevelRatio : null;
}

const LEVEL: RowColumn = {
  kind: 'figure',
  header: 'level',
  cell: (row) => orBlank(levelOf(row), formatChosenShare),
  meaning: 'of the interval by which the verdict was decided: the more rows were open, the higher.',
};

const BREAK_EVEN: RowColumn = {
  kind: 'figure',
  header: 'pays from\nbatch',
  cell: ({ breakEvenBatchCount }) => orBlank(breakEvenBatchCount, String),
  meaning: 'the batch from which on the start-up is earned back; none where it never is.',
};

function orBlank<Value>(value: Value | null, format: (value: Value) => string): string {
  return value === null ? BLANK : format(value);
}

// What one row shows to people, as columns. Figures come from the one list in model/figures.ts; what is more than a figure
// stands here.

import { type Figure, type FigureName, type FigureUnit, figureEntries } from '../model/figures.ts';
import type { Row, StrategyVerdict } from '../model/report.ts';
import type { ColumnOf, Tone } from './page/page.ts';
import { BLANK, formatInterval, formatMean, formatRatio, formatShare, formatTime, type TimeScale } from './units.ts';

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
  /** For the legend; null where the column before it explains both. */
  readonly meaning: string | null;
}

/** The columns in which at least one of the rows has something to show, in the order of one wide table. */
export function columnsFor(rows: readonly Row[], scale: TimeScale): RowColumn[] {
  return allColumns(scale).filter(({ cell }) => rows.some((row) => cell(row) !== BLANK));
}

// On a narrow page each part is a table of its own that opens with the name.
function allColumns(scale: TimeScale): RowColumn[] {
  const figures = figureEntries().flatMap(([name, figure]) =>
    figure.part === 'file' ? [] : [column(name, figure, scale)],
  );
  return [
    { kind: 'word', part: 'result', header: 'strategy', cell: ({ name }) => name, meaning: NAME_MEANING },
    ...figures.slice(0, 1),
    ...SPEEDUP_COLUMNS,
    ...figures.slice(1),
    {
      kind: 'word',
      part: 'result',
      header: 'verdict',
      cell: verdictWord,
      meaning: VERDICT_MEANING,
      tone: (row) => TONES[verdictWord(row)],
    },
  ];
}

function column(name: FigureName, { header, unit, part, meaning }: Figure, scale: TimeScale): RowColumn {
  const format: Record<FigureUnit, (value: number | null) => string> = {
    ms: (timeMs) => formatTime(timeMs, scale),
    share: formatShare,
    mean: formatMean,
    '/s': formatMean,
  };
  const shownUnit = { ms: { unit: scale.unit }, share: {}, mean: {}, '/s': { unit } }[unit];
  return { kind: 'figure', part, header, meaning, cell: (row) => format[unit](row[name]), ...shownUnit };
}

const NAME_MEANING =
  'c8 allows eight tasks under way, w2 has two worker threads. placebo is a second copy of the reference: what it differs by is noise.';
const SPEEDUP_MEANING =
  "the reference's time over this row's, so above 1 is faster; the interval is meant to hold the true value in 95 of 100 runs.";
const VERDICT_MEANING =
  'faster or slower only where chance alone would show it in at most 1 of 100 runs, with all arms considered. no gain: at most 5 % faster than the reference, as surely. undecided: this run cannot tell; more rounds may. withheld: an audit failed, so no number is shown.';

const SPEEDUP_COLUMNS: readonly RowColumn[] = [
  {
    kind: 'figure',
    part: 'result',
    header: 'speed-up',
    unit: '×',
    cell: ({ speedup }) => orBlank(speedup, ({ ratio }) => formatRatio(ratio)),
    meaning: SPEEDUP_MEANING,
  },
  {
    kind: 'figure',
    part: 'result',
    header: '95 %\ninterval',
    cell: ({ speedup }) => orBlank(speedup, formatInterval),
    meaning: null,
  },
];

function orBlank<Value>(value: Value | null, format: (value: Value) => string): string {
  return value === null ? BLANK : format(value);
}

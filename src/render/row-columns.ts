// Everything that one row can show: to people as columns of a table, to spreadsheets as fields. Figures come from the one
// list in model/figures.ts; what is more than a figure stands here.

import { numberParameter } from '../model/arm-key.ts';
import { type Figure, type FigureName, type FigureUnit, figureEntries } from '../model/figures.ts';
import type { Row, ScenarioReport, StrategyVerdict } from '../model/report.ts';
import type { CsvField } from './csv/csv-text.ts';
import { winnerOf } from './page/names.ts';
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

/** One row with what it stands in. */
export interface ArmLine {
  readonly scenario: ScenarioReport;
  readonly row: Row;
}

/** All fields, in the order of a file: raw numbers, the unit in the name. */
export const ROW_FIELDS: readonly CsvField<ArmLine>[] = [
  { name: 'scenario', value: ({ scenario }) => scenario.id },
  { name: 'kind', value: ({ scenario }) => scenario.kind },
  { name: 'bound_by', value: ({ scenario }) => scenario.boundBy },
  { name: 'task_count', value: ({ scenario }) => scenario.taskCount },
  { name: 'round_count', value: ({ scenario }) => scenario.roundCount },
  { name: 'dropped_round_count', value: ({ scenario }) => scenario.droppedRoundCount },
  { name: 'noise_floor_ratio', value: ({ scenario }) => scenario.noiseFloorRatio },
  { name: 'strategy', value: ({ row }) => row.key.strategyId },
  { name: 'placebo', value: ({ row }) => row.placebo },
  { name: 'concurrency_count', value: ({ row }) => numberParameter(row.key, 'concurrency') },
  { name: 'thread_count', value: ({ row }) => numberParameter(row.key, 'threads') },
  { name: 'status', value: ({ row }) => row.status },
  { name: 'verdict', value: ({ row }) => row.verdict },
  { name: 'winner', value: ({ scenario, row }) => row === winnerOf(scenario) },
  { name: 'sample_count', value: ({ row }) => row.sampleCount },
  ...figureEntries().map(([name]) => ({ name: snakeCase(name), value: ({ row }: ArmLine) => row[name] })),
  { name: 'speedup_ratio', value: ({ row }) => row.speedup?.ratio ?? null },
  { name: 'speedup_low_ratio', value: ({ row }) => row.speedup?.low ?? null },
  { name: 'speedup_high_ratio', value: ({ row }) => row.speedup?.high ?? null },
  { name: 'p95_speedup_ratio', value: ({ row }) => row.p95Speedup?.ratio ?? null },
  { name: 'p95_speedup_low_ratio', value: ({ row }) => row.p95Speedup?.low ?? null },
  { name: 'p95_speedup_high_ratio', value: ({ row }) => row.p95Speedup?.high ?? null },
  { name: 'p99_speedup_ratio', value: ({ row }) => row.p99Speedup?.ratio ?? null },
  { name: 'p99_speedup_low_ratio', value: ({ row }) => row.p99Speedup?.low ?? null },
  { name: 'p99_speedup_high_ratio', value: ({ row }) => row.p99Speedup?.high ?? null },
  { name: 'smallest_effect_ratio', value: ({ row }) => row.smallestEffectRatio },
  { name: 'probability', value: ({ row }) => row.probability },
  { name: 'largest_part', value: ({ row }) => row.largestPart?.name ?? null },
  { name: 'largest_part_ratio', value: ({ row }) => row.largestPart?.shareRatio ?? null },
  { name: 'output_digest', value: ({ row }) => row.outputDigest },
  { name: 'failed_audits', value: ({ row }) => codes(row.audits.filter(({ passed }) => !passed).map(({ id }) => id)) },
  { name: 'warnings', value: ({ row }) => codes(row.warnings.map(({ code }) => code)) },
  { name: 'reason', value: ({ row }) => row.reason },
];

const codes = (all: readonly string[]) => all.join(' ');

/** The name as spreadsheets have it: `medianMs` is `median_ms`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

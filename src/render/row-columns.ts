// Everything that one row can show: to people as columns of a table, to spreadsheets as fields. A new figure of a row is
// a line in one list or in both.

import { numberParameter } from '../model/arm-key.ts';
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
  equivalent: null,
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

// `result` says who won, `detail` where the time went; on a narrow page each is a table that opens with the name.
function allColumns(scale: TimeScale): RowColumn[] {
  const time = (part: string, label: string, valueMs: (row: Row) => number | null, meaning: string) =>
    figure(part, label, (row) => formatTime(valueMs(row), scale), meaning, scale.unit);
  return [
    word('strategy', ({ name }) => name, NAME_MEANING),
    time('result', 'median', (row) => row.medianMs, 'time of one whole batch, the middle of all rounds.'),
    figure('result', 'speed-up', ({ speedup }) => orBlank(speedup, (s) => formatRatio(s.ratio)), SPEEDUP_MEANING, '×'),
    figure('result', '95 %\ninterval', ({ speedup }) => orBlank(speedup, formatInterval), null),
    time('result', 'floor', (row) => row.floorMs, FLOOR_MEANING),
    figure('result', 'efficiency', (row) => formatShare(row.efficiencyRatio), 'floor over median.'),
    time('detail', 'predicted', (row) => row.predictedMs, 'what theory expects this schedule to take.'),
    figure('detail', 'in\nflight', (row) => formatMean(row.inFlightMean), 'tasks under way, on average.'),
    time('detail', 'CPU', (row) => row.cpuMs, 'processor time for one batch, all threads.'),
    figure('detail', 'loop\nbusy', (row) => formatShare(row.loopBusyRatio), LOOP_MEANING),
    time('detail', 'start-up', (row) => row.openMs, 'paid once, before the first batch; not part of the median.'),
    time('detail', 'p95', (row) => row.p95Ms, 'the time that 95 of 100 rounds kept to.'),
    figure(
      'detail',
      'good-\nput',
      (row) => formatMean(row.goodputPerSecond),
      'tasks that succeeded, for each second.',
      '/s',
    ),
    figure('detail', 'failed', (row) => formatShare(row.failedRatio), 'share of the tasks that failed.'),
    time('detail', 'wasted', (row) => row.wastedMs, 'time spent in tasks that failed, summed over the batch.'),
    { ...word('verdict', verdictWord, VERDICT_MEANING), tone: (row) => TONES[verdictWord(row)] },
  ];
}

const NAME_MEANING =
  'c8 allows eight tasks under way, w2 has two worker threads. placebo is a second copy of the reference: what it differs by is noise.';
const SPEEDUP_MEANING =
  "the reference's time over this row's, so above 1 is faster; the interval is meant to hold the true value in 95 of 100 runs.";
const FLOOR_MEANING =
  'the shortest time this schedule could take, calculated from what its tasks cost at their cheapest.';
const LOOP_MEANING = 'share of the time in which the main thread could not react.';
const VERDICT_MEANING =
  'faster or slower only where chance alone would show it in at most 1 of 100 runs, with all arms considered. equivalent: within 5 % of the reference. undecided: this run cannot tell; more rounds may. withheld: an audit failed, so no number is shown.';

function figure(
  part: string,
  header: string,
  cell: RowColumn['cell'],
  meaning: string | null,
  unit?: string,
): RowColumn {
  return { kind: 'figure', part, header, cell, meaning, ...(unit !== undefined && { unit }) };
}

function word(header: string, cell: RowColumn['cell'], meaning: string): RowColumn {
  return { kind: 'word', part: 'result', header, cell, meaning };
}

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
  { name: 'median_ms', value: ({ row }) => row.medianMs },
  { name: 'p95_ms', value: ({ row }) => row.p95Ms },
  { name: 'p99_ms', value: ({ row }) => row.p99Ms },
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
  { name: 'floor_ms', value: ({ row }) => row.floorMs },
  { name: 'predicted_ms', value: ({ row }) => row.predictedMs },
  { name: 'efficiency_ratio', value: ({ row }) => row.efficiencyRatio },
  { name: 'largest_loss', value: ({ row }) => row.largestLoss?.name ?? null },
  { name: 'largest_loss_ratio', value: ({ row }) => row.largestLoss?.shareRatio ?? null },
  { name: 'in_flight_mean', value: ({ row }) => row.inFlightMean },
  { name: 'cpu_ms', value: ({ row }) => row.cpuMs },
  { name: 'loop_busy_ratio', value: ({ row }) => row.loopBusyRatio },
  { name: 'startup_ms', value: ({ row }) => row.openMs },
  { name: 'goodput_per_second', value: ({ row }) => row.goodputPerSecond },
  { name: 'failed_ratio', value: ({ row }) => row.failedRatio },
  { name: 'wasted_ms', value: ({ row }) => row.wastedMs },
  { name: 'output_digest', value: ({ row }) => row.outputDigest },
  { name: 'failed_audits', value: ({ row }) => codes(row.audits.filter(({ passed }) => !passed).map(({ id }) => id)) },
  { name: 'warnings', value: ({ row }) => codes(row.warnings.map(({ code }) => code)) },
  { name: 'reason', value: ({ row }) => row.reason },
];

const codes = (all: readonly string[]) => all.join(' ');

// Everything that one row can show: to people as columns of a table, to spreadsheets as fields. A new figure of a row is
// a line in one list or in both.

import type { Row, ScenarioReport, StrategyVerdict } from '../model/report.ts';
import type { CsvField } from './csv/csv-text.ts';
import { rowName, winnerOf } from './page/names.ts';
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
    figure(part, `${label}\n${scale.unit}`, (row) => formatTime(valueMs(row), scale), meaning);
  return [
    word('strategy', rowName, NAME_MEANING),
    time('result', 'median', (row) => row.medianMs, 'time of one whole batch, the middle of all rounds.'),
    figure(
      'result',
      'speed-up\n×',
      ({ speedup }) => orBlank(speedup, ({ ratio }) => formatRatio(ratio)),
      SPEEDUP_MEANING,
    ),
    figure('result', '95 %\ninterval', ({ speedup }) => orBlank(speedup, formatInterval), null),
    time('result', 'floor', (row) => row.floorMs, FLOOR_MEANING),
    figure('result', 'efficiency', (row) => formatShare(row.efficiencyRatio), 'floor over median.'),
    time('detail', 'predicted', (row) => row.predictedMs, 'what theory expects this schedule to take.'),
    figure('detail', 'in\nflight', (row) => formatMean(row.inFlightMean), 'tasks under way, on average.'),
    time('detail', 'CPU', (row) => row.cpuMs, 'processor time for one batch, all threads.'),
    figure('detail', 'loop\nbusy', (row) => formatShare(row.loopBusyRatio), LOOP_MEANING),
    time('detail', 'start-up', (row) => row.openMs, 'paid once, before the first batch; not part of the median.'),
    time('detail', 'p95', (row) => row.p95Ms, 'the time that 95 of 100 rounds kept to.'),
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

function figure(part: string, header: string, cell: RowColumn['cell'], meaning: string | null): RowColumn {
  return { kind: 'figure', part, header, cell, meaning };
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

const scenarioField = (name: string, value: (scenario: ScenarioReport) => ReturnType<CsvField<ArmLine>['value']>) => ({
  name,
  value: ({ scenario }: ArmLine) => value(scenario),
});

const field = (name: string, value: (row: Row) => ReturnType<CsvField<ArmLine>['value']>) => ({
  name,
  value: ({ row }: ArmLine) => value(row),
});

/** All fields, in the order of a file: raw numbers, the unit in the name. */
export const ROW_FIELDS: readonly CsvField<ArmLine>[] = [
  scenarioField('scenario', ({ id }) => id),
  scenarioField('kind', ({ kind }) => kind),
  scenarioField('bound_by', ({ boundBy }) => boundBy),
  scenarioField('task_count', ({ taskCount }) => taskCount),
  scenarioField('round_count', ({ roundCount }) => roundCount),
  scenarioField('dropped_round_count', ({ droppedRoundCount }) => droppedRoundCount),
  scenarioField('noise_floor_ratio', ({ noiseFloorRatio }) => noiseFloorRatio),
  field('strategy', ({ strategy }) => strategy),
  field('placebo', ({ placebo }) => placebo),
  field('concurrency_count', ({ concurrency }) => concurrency),
  field('thread_count', ({ threads }) => threads),
  field('status', ({ status }) => status),
  field('verdict', ({ verdict }) => verdict),
  { name: 'winner', value: ({ scenario, row }) => row === winnerOf(scenario) },
  field('sample_count', ({ sampleCount }) => sampleCount),
  field('median_ms', ({ medianMs }) => medianMs),
  field('p95_ms', ({ p95Ms }) => p95Ms),
  field('p99_ms', ({ p99Ms }) => p99Ms),
  field('speedup_ratio', ({ speedup }) => speedup?.ratio ?? null),
  field('speedup_low_ratio', ({ speedup }) => speedup?.low ?? null),
  field('speedup_high_ratio', ({ speedup }) => speedup?.high ?? null),
  field('p95_speedup_ratio', ({ p95Speedup }) => p95Speedup?.ratio ?? null),
  field('p95_speedup_low_ratio', ({ p95Speedup }) => p95Speedup?.low ?? null),
  field('p95_speedup_high_ratio', ({ p95Speedup }) => p95Speedup?.high ?? null),
  field('p99_speedup_ratio', ({ p99Speedup }) => p99Speedup?.ratio ?? null),
  field('p99_speedup_low_ratio', ({ p99Speedup }) => p99Speedup?.low ?? null),
  field('p99_speedup_high_ratio', ({ p99Speedup }) => p99Speedup?.high ?? null),
  field('smallest_effect_ratio', ({ smallestEffectRatio }) => smallestEffectRatio),
  field('probability', ({ probability }) => probability),
  field('floor_ms', ({ floorMs }) => floorMs),
  field('predicted_ms', ({ predictedMs }) => predictedMs),
  field('efficiency_ratio', ({ efficiencyRatio }) => efficiencyRatio),
  field('largest_loss', ({ largestLoss }) => largestLoss?.name ?? null),
  field('largest_loss_ratio', ({ largestLoss }) => largestLoss?.shareRatio ?? null),
  field('in_flight_mean', ({ inFlightMean }) => inFlightMean),
  field('cpu_ms', ({ cpuMs }) => cpuMs),
  field('loop_busy_ratio', ({ loopBusyRatio }) => loopBusyRatio),
  field('startup_ms', ({ openMs }) => openMs),
  field('output_digest', ({ outputDigest }) => outputDigest),
  field('failed_audits', ({ audits }) => codes(audits.filter(({ passed }) => !passed).map(({ id }) => id))),
  field('warnings', (row) => codes(row.warnings.map(({ code }) => code))),
  field('reason', ({ reason }) => reason),
];

const codes = (all: readonly string[]) => all.join(' ');

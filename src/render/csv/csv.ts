// For spreadsheets and data frames: one line for each arm, raw numbers, the unit in the header.

import { isSameArm, numberParameter } from '../../model/arm-key.ts';
import type { ComparedCell, UnmatchedCell } from '../../model/comparison.ts';
import type { Row, ScenarioReport } from '../../model/report.ts';
import type { Renderer } from '../renderer.ts';
import { type CsvField, csvText } from './csv-text.ts';

interface ArmLine {
  readonly scenario: ScenarioReport;
  readonly row: Row;
}

const ARM_FIELDS: readonly CsvField<ArmLine>[] = [
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
  {
    name: 'winner',
    value: ({ scenario, row }) => !row.placebo && scenario.winner !== null && isSameArm(row.key, scenario.winner.key),
  },
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
  {
    name: 'failed_audits',
    value: ({ row }) =>
      row.audits
        .filter(({ passed }) => !passed)
        .map(({ id }) => id)
        .join(' '),
  },
  { name: 'warnings', value: ({ row }) => row.warnings.map(({ code }) => code).join(' ') },
  { name: 'reason', value: ({ row }) => row.reason },
];

type ComparedLine = ComparedCell | UnmatchedCell;

const compared = (line: ComparedLine): ComparedCell | null => ('verdict' in line ? line : null);

const COMPARED_FIELDS: readonly CsvField<ComparedLine>[] = [
  { name: 'verdict', value: (line) => ('verdict' in line ? line.verdict : line.broken ? 'broken' : 'unmatched') },
  { name: 'scenario', value: ({ key }) => key.scenarioId },
  { name: 'strategy', value: ({ key }) => key.strategyId },
  { name: 'concurrency_count', value: ({ key }) => numberParameter(key, 'concurrency') },
  { name: 'thread_count', value: ({ key }) => numberParameter(key, 'threads') },
  { name: 'change_ratio', value: (line) => compared(line)?.change.ratio ?? null },
  { name: 'change_low_ratio', value: (line) => compared(line)?.change.low ?? null },
  { name: 'change_high_ratio', value: (line) => compared(line)?.change.high ?? null },
  { name: 'base_ms', value: (line) => compared(line)?.baseMs ?? null },
  { name: 'head_ms', value: (line) => compared(line)?.headMs ?? null },
  { name: 'reason', value: (line) => ('reason' in line ? line.reason : null) },
];

/** For spreadsheets: one line for each arm. */
export const csvRenderer: Renderer = {
  id: 'csv',
  about: 'for spreadsheets; one line for each arm',
  renderReport: ({ scenarios }) =>
    csvText(
      ARM_FIELDS,
      scenarios.flatMap((scenario) => scenario.rows.map((row) => ({ scenario, row }))),
    ),
  renderComparison: ({ cells, unmatched }) => csvText<ComparedLine>(COMPARED_FIELDS, [...cells, ...unmatched]),
};

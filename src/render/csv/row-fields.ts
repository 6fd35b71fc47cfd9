// What one row holds for spreadsheets, as fields. Figures come from the one list in model/figures.ts; what is more than a
// figure stands here.

import { numberParameter } from '../../model/arm-key.ts';
import { figureEntries } from '../../model/report/figures.ts';
import type { Row, ScenarioReport } from '../../model/report/report.ts';
import { leadingRows, winnerOf } from '../page/names.ts';
import type { CsvField } from './csv-text.ts';

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
  { name: 'level_ratio', value: ({ scenario }) => scenario.levelRatio },
  { name: 'waiting_ratio', value: ({ scenario }) => scenario.work?.waitingRatio ?? null },
  { name: 'computing_here_ratio', value: ({ scenario }) => scenario.work?.computingHereRatio ?? null },
  { name: 'computing_elsewhere_ratio', value: ({ scenario }) => scenario.work?.computingElsewhereRatio ?? null },
  { name: 'strategy', value: ({ row }) => row.key.strategyId },
  { name: 'placebo', value: ({ row }) => row.placebo },
  { name: 'concurrency_count', value: ({ row }) => numberParameter(row.key, 'concurrency') },
  { name: 'thread_count', value: ({ row }) => numberParameter(row.key, 'threads') },
  { name: 'status', value: ({ row }) => row.status },
  { name: 'verdict', value: ({ row }) => row.verdict },
  { name: 'winner', value: ({ scenario, row }) => row === winnerOf(scenario) },
  { name: 'leader', value: ({ scenario, row }) => leadingRows(scenario).includes(row) },
  { name: 'sample_count', value: ({ row }) => row.sampleCount },
  ...figureEntries().map(([name]) => ({ name: snakeCase(name), value: ({ row }: ArmLine) => row[name] })),
  { name: 'speedup_ratio', value: ({ row }) => row.speedup?.ratio ?? null },
  { name: 'speedup_low_ratio', value: ({ row }) => row.speedup?.low ?? null },
  { name: 'speedup_high_ratio', value: ({ row }) => row.speedup?.high ?? null },
  { name: 'speedup_level_ratio', value: ({ row }) => row.speedupLevelRatio },
  { name: 'break_even_batch_count', value: ({ row }) => row.breakEvenBatchCount },
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
  { name: 'ledger', value: ({ row }) => (row.ledger === null ? null : JSON.stringify(row.ledger)) },
  { name: 'absences', value: ({ row }) => (row.absences.length === 0 ? null : JSON.stringify(row.absences)) },
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

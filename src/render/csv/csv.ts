// For spreadsheets and data frames: one line for each arm, raw numbers, the unit in the header. Several runs share one
// header, and the first field tells them apart.

import { numberParameter } from '../../model/arm-key.ts';
import type { ComparedCell, UnmatchedCell } from '../../model/report/comparison.ts';
import type { ComparisonRenderer } from '../renderer.ts';
import { type CsvField, csvText } from './csv-text.ts';
import { ROW_FIELDS } from './row-fields.ts';

type ComparedLine = ComparedCell | UnmatchedCell;

const compared = (line: ComparedLine): ComparedCell | null => ('verdict' in line ? line : null);

const COMPARED_FIELDS: readonly CsvField<ComparedLine>[] = [
  { name: 'verdict', value: (line) => ('verdict' in line ? line.verdict : line.news) },
  { name: 'scenario', value: ({ key }) => key.scenarioId },
  { name: 'strategy', value: ({ key }) => key.strategyId },
  { name: 'concurrency_count', value: ({ key }) => numberParameter(key, 'concurrency') },
  { name: 'thread_count', value: ({ key }) => numberParameter(key, 'threads') },
  { name: 'change_ratio', value: (line) => compared(line)?.change.ratio ?? null },
  { name: 'change_low_ratio', value: (line) => compared(line)?.change.low ?? null },
  { name: 'change_high_ratio', value: (line) => compared(line)?.change.high ?? null },
  { name: 'level_ratio', value: (line) => compared(line)?.levelRatio ?? null },
  { name: 'detectable_ratio', value: (line) => compared(line)?.detectableRatio ?? null },
  { name: 'based_on_count', value: (line) => compared(line)?.basedOnCount ?? null },
  { name: 'base_ms', value: (line) => compared(line)?.baseMs ?? null },
  { name: 'head_ms', value: (line) => compared(line)?.headMs ?? null },
  { name: 'reason', value: ({ reason }) => reason },
  { name: 'file', value: ({ file }) => file },
];

/** For spreadsheets: one line for each arm. */
export const csvRenderer: ComparisonRenderer = {
  id: 'csv',
  about: 'for spreadsheets; one line for each arm',
  renderReports: (runs) => {
    const lines = runs.flatMap(({ name, report }) =>
      report.scenarios.flatMap((scenario) => scenario.rows.map((row) => ({ document: name, scenario, row }))),
    );
    return csvText(
      runs.length === 1 ? ROW_FIELDS : [{ name: 'document', value: (line) => line.document }, ...ROW_FIELDS],
      lines,
    );
  },
  renderComparison: ({ cells, unmatched }) => csvText<ComparedLine>(COMPARED_FIELDS, [...cells, ...unmatched]),
};

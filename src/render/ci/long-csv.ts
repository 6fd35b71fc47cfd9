// For data frames and plots: one line for each cell and measure, so that a measure more is a line more and no column. A cell
// without numbers has one line that says why.

import { numberParameter } from '../../model/arm-key.ts';
import type { ComparedCell, Comparison, UnmatchedCell } from '../../model/report/comparison.ts';
import { type CsvField, csvText } from '../csv/csv-text.ts';

interface MeasureLine {
  readonly cell: ComparedCell | UnmatchedCell;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly value: number | null;
}

/** Every number of a cell; ratios are head over base. */
const MEASURES: readonly (readonly [measure: string, unit: string, value: (cell: ComparedCell) => number | null])[] = [
  ['base_time', 'ms', ({ baseMs }) => baseMs],
  ['head_time', 'ms', ({ headMs }) => headMs],
  ['change', 'ratio', ({ change }) => change.ratio],
  ['change_low', 'ratio', ({ change }) => change.low],
  ['change_high', 'ratio', ({ change }) => change.high],
  ['level', 'ratio', ({ levelRatio }) => levelRatio],
  ['detectable_change', 'ratio', ({ detectableRatio }) => detectableRatio],
  ['based_on', 'count', ({ basedOnCount }) => basedOnCount],
];

/** Draws it. */
export function longCsv(comparison: Comparison): string {
  const { tier, base, head } = comparison;
  const fields: readonly CsvField<MeasureLine>[] = [
    { name: 'created_at', value: () => comparison.createdAt },
    { name: 'tier', value: () => tier },
    { name: 'base', value: () => base.commit ?? base.label },
    { name: 'head', value: () => head.commit ?? head.label },
    { name: 'scenario', value: ({ cell }) => cell.key.scenarioId },
    { name: 'strategy', value: ({ cell }) => cell.key.strategyId },
    { name: 'concurrency_count', value: ({ cell }) => numberParameter(cell.key, 'concurrency') },
    { name: 'thread_count', value: ({ cell }) => numberParameter(cell.key, 'threads') },
    { name: 'parameters', value: ({ cell }) => JSON.stringify(cell.key.parameters) },
    { name: 'verdict', value: ({ cell }) => ('verdict' in cell ? cell.verdict : cell.news) },
    { name: 'reason', value: ({ cell }) => cell.reason },
    { name: 'measure', value: ({ measure }) => measure },
    { name: 'unit', value: ({ unit }) => unit },
    { name: 'value', value: ({ value }) => value },
  ];
  const lines = [
    ...comparison.cells.flatMap(measureLines),
    ...comparison.unmatched.map((cell) => ({ cell, measure: null, unit: null, value: null })),
  ];
  return csvText(fields, lines);
}

function measureLines(cell: ComparedCell): MeasureLine[] {
  return MEASURES.flatMap(([measure, unit, read]) => {
    const value = read(cell);
    return value === null ? [] : [{ cell, measure, unit, value }];
  });
}

// What one table of strategies can show, as objects: table and Markdown draw the same columns and differ only in how.

import type { Row, StrategyVerdict } from '../model/report.ts';
import { BLANK, formatInterval, formatMean, formatRatio, formatShare, formatTime, type TimeScale } from './units.ts';

/** Where a column's text stands. Figures stand right so that their digits line up. */
export type Align = 'left' | 'right';

/** One column of a table of rows. */
export interface RowColumn {
  readonly id: string;
  /** Header, one entry a line; the unit comes last. */
  label(scale: TimeScale): readonly string[];
  readonly align: Align;
  /** `result` says who won, `detail` where the time went, `extra` is shown where there is room. */
  readonly part: 'result' | 'detail' | 'extra';
  cell(row: Row, scale: TimeScale): string;
}

/** The row's name with its settings: "bounded c10", "pool w2". */
export function armName(row: { strategy: string; concurrency: number | null; threads: number | null }): string {
  const settings = [
    row.concurrency === null ? '' : ` c${row.concurrency}`,
    row.threads === null ? '' : ` w${row.threads}`,
  ];
  return row.strategy + settings.join('');
}

/** What stands in the strategy column. */
export function rowName(row: Row): string {
  return row.placebo ? 'placebo' : armName(row);
}

/** The word in the verdict column. */
export function verdictWord(row: Row): StrategyVerdict | 'failed' | 'skipped' | 'withheld' | 'noise' {
  if (row.status !== 'completed') return row.status;
  if (row.reason !== null) return 'withheld';
  if (row.placebo) return 'noise';
  return row.verdict ?? 'withheld';
}

const time = (id: string, label: string, part: RowColumn['part'], valueMs: (row: Row) => number | null): RowColumn => ({
  id,
  label: (scale) => [label, scale.unit],
  align: 'right',
  part,
  cell: (row, scale) => formatTime(valueMs(row), scale),
});

const figure = (id: string, label: readonly string[], part: RowColumn['part'], cell: RowColumn['cell']): RowColumn => ({
  id,
  label: () => label,
  align: 'right',
  part,
  cell,
});

const strategy: RowColumn = { id: 'strategy', label: () => ['strategy'], align: 'left', part: 'result', cell: rowName };
const verdict: RowColumn = {
  id: 'verdict',
  label: () => ['verdict'],
  align: 'left',
  part: 'result',
  cell: verdictWord,
};

/** All columns, in the order of one wide table. The strategy opens every part. */
export const ROW_COLUMNS: readonly RowColumn[] = [
  strategy,
  time('median', 'median', 'result', (row) => row.medianMs),
  figure('speedup', ['speed-up', '×'], 'result', (row) =>
    row.speedup === null ? BLANK : formatRatio(row.speedup.ratio),
  ),
  figure('interval', ['95 %', 'interval'], 'result', (row) =>
    row.speedup === null ? BLANK : formatInterval(row.speedup),
  ),
  time('floor', 'floor', 'result', (row) => row.floorMs),
  figure('efficiency', ['effi-', 'ciency'], 'result', (row) => formatShare(row.efficiencyRatio)),
  time('predicted', 'predicted', 'extra', (row) => row.predictedMs),
  figure('inFlight', ['in', 'flight'], 'detail', (row) => formatMean(row.inFlightMean)),
  time('cpu', 'CPU', 'detail', (row) => row.cpuMs),
  figure('loopBusy', ['loop', 'busy'], 'detail', (row) => formatShare(row.loopBusyRatio)),
  time('open', 'start-up', 'detail', (row) => row.openMs),
  time('p95', '95th %ile', 'extra', (row) => row.p95Ms),
  {
    id: 'loss',
    label: () => ['largest', 'loss'],
    align: 'left',
    part: 'extra',
    cell: ({ largestLoss }) =>
      largestLoss === null ? BLANK : `${largestLoss.name} ${formatShare(largestLoss.shareRatio)}`,
  },
  verdict,
];

// What one table of strategies can show, as objects: table and Markdown draw the same columns and differ only in how.

import type { Row, StrategyVerdict } from '../model/report.ts';
import { plainText } from './text-width.ts';
import { BLANK, formatInterval, formatMean, formatRatio, formatShare, formatTime, type TimeScale } from './units.ts';

/** Where a column's text stands. Figures stand right so that their digits line up. */
export type Align = 'left' | 'right';

/** One column of a table of rows. */
export interface RowColumn {
  readonly id: string;
  /** Header on one line, for formats with room; the unit comes last. */
  title(scale: TimeScale): string;
  /** Header for a narrow column, one entry a line. */
  label(scale: TimeScale): readonly string[];
  readonly align: Align;
  /** `result` says who won, `detail` where the time went, `extra` is shown where there is room. */
  readonly part: 'result' | 'detail' | 'extra';
  cell(row: Row, scale: TimeScale): string;
}

/** What stands in the strategy column. */
export function rowName(row: Row): string {
  return plainText(row.name);
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
  title: (scale) => `${label} ${scale.unit}`,
  label: (scale) => [label, scale.unit],
  align: 'right',
  part,
  cell: (row, scale) => formatTime(valueMs(row), scale),
});

const figure = (
  id: string,
  label: readonly string[],
  part: RowColumn['part'],
  cell: RowColumn['cell'],
  title = label.join(' '),
): RowColumn => ({ id, title: () => title, label: () => label, align: 'right', part, cell });

const word = (id: string, label: readonly string[], part: RowColumn['part'], cell: RowColumn['cell']): RowColumn => ({
  ...figure(id, label, part, cell),
  align: 'left',
});

/** All columns, in the order of one wide table. The strategy opens every part. */
export const ROW_COLUMNS: readonly RowColumn[] = [
  word('strategy', ['strategy'], 'result', rowName),
  time('median', 'median', 'result', (row) => row.medianMs),
  figure('speedup', ['speed-up', '×'], 'result', ({ speedup }) =>
    speedup === null ? BLANK : formatRatio(speedup.ratio),
  ),
  figure('interval', ['95 %', 'interval'], 'result', ({ speedup }) =>
    speedup === null ? BLANK : formatInterval(speedup),
  ),
  time('floor', 'floor', 'result', (row) => row.floorMs),
  figure('efficiency', ['effi-', 'ciency'], 'result', (row) => formatShare(row.efficiencyRatio), 'efficiency'),
  time('predicted', 'predicted', 'extra', (row) => row.predictedMs),
  figure('inFlight', ['in', 'flight'], 'detail', (row) => formatMean(row.inFlightMean)),
  time('cpu', 'CPU', 'detail', (row) => row.cpuMs),
  figure('loopBusy', ['loop', 'busy'], 'detail', (row) => formatShare(row.loopBusyRatio)),
  time('open', 'start-up', 'detail', (row) => row.openMs),
  time('p95', 'p95', 'extra', (row) => row.p95Ms),
  word('loss', ['largest', 'loss'], 'extra', ({ largestLoss }) =>
    largestLoss === null ? BLANK : `${largestLoss.name} ${formatShare(largestLoss.shareRatio)}`,
  ),
  figure('p95Speedup', ['p95', 'speed-up'], 'extra', ({ p95Speedup }) =>
    p95Speedup === null ? BLANK : `${formatRatio(p95Speedup.ratio)} ${formatInterval(p95Speedup)}`,
  ),
  word('verdict', ['verdict'], 'result', verdictWord),
];

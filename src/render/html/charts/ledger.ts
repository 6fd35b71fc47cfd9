// Where the time of each row went: its parts one after another, up to its median, and the floor below which no such schedule
// gets. What lies right of the floor is what the row pays for more than it has to.

import type { LedgerPart, Row } from '../../../model/report/report.ts';
import { table } from '../../page/page.ts';
import { formatShare, formatTime, type TimeScale, timeScale } from '../../units.ts';
import { html, type Markup } from '../markup.ts';
import { figure } from './figure.ts';
import { axisRow, plotRow, upright } from './plot.ts';
import { linearScale, place, type Scale } from './scale.ts';

/** A row that has a ledger. */
interface Ledger {
  readonly row: Row;
  readonly medianMs: number;
  readonly parts: readonly Step[];
}

/** A part, and where it begins. */
interface Step extends LedgerPart {
  readonly fromMs: number;
}

/** The figure; nothing where no row has a ledger. */
export function ledgerFigure(rows: readonly Row[]): Markup[] {
  const ledgers = rows.flatMap(ledgerOf);
  if (ledgers.length === 0) return [];
  const scale = linearScale(ledgers.flatMap(({ row, medianMs }) => [medianMs, row.floorMs ?? 0]));
  const times = timeScale(ledgers.map(({ medianMs }) => medianMs));
  const caption = `From nothing to the median of each row, part by part. ${ledgers.some(({ row }) => row.floorMs !== null) ? 'A dashed mark is the floor: what lies right of it is more than the schedule needs.' : ''}`;
  const lines = ledgers.flatMap((ledger) => [
    html`<div class="group">${headOf(ledger, times)}</div>`,
    ...ledger.parts.map((part) => partRow(part, ledger.row.floorMs, scale, times)),
  ]);
  const all = ledgers.flatMap(({ row, parts }) => parts.map((part) => ({ name: row.name, part })));
  const figures = table(all, [
    { header: 'strategy', kind: 'word', cell: ({ name }) => name },
    { header: 'part', kind: 'word', cell: ({ part }) => part.name },
    { header: times.unit, kind: 'figure', cell: ({ part }) => formatTime(part.ms, times) },
    { header: 'share', kind: 'figure', cell: ({ part }) => formatShare(part.shareRatio) },
  ]);
  return [
    figure({
      title: 'Where the time went',
      caption,
      rows: [...lines, axisRow(inUnit(scale, times), times.unit)],
      legend: null,
      table: figures,
    }),
  ];
}

function ledgerOf(row: Row): Ledger[] {
  const { ledger, medianMs } = row;
  if (ledger === null || medianMs === null || row.placebo) return [];
  let fromMs = 0;
  const parts = ledger.map((part) => {
    const step = { ...part, fromMs };
    fromMs += part.ms;
    return step;
  });
  return [{ row, medianMs, parts }];
}

function headOf({ row, medianMs }: Ledger, times: TimeScale): string {
  const told = `${row.name}: ${formatTime(medianMs, times)} ${times.unit}`;
  return row.floorMs === null ? told : `${told}, floor ${formatTime(row.floorMs, times)} ${times.unit}`;
}

function partRow(part: Step, floorMs: number | null, { at }: Scale, times: TimeScale): Markup {
  const [from, to] = [at(part.fromMs), at(part.fromMs + part.ms)];
  const bar = html`<rect class="part" data-from-ms="${part.fromMs}" data-ms="${part.ms}" x="${place(from)}" width="${place(to - from)}"/>`;
  const plot = html`${bar}${floorMs === null ? null : upright('limit', at(floorMs))}`;
  return plotRow(part.name, plot, `${formatTime(part.ms, times)} (${formatShare(part.shareRatio)})`);
}

/** The ticks of a scale of milliseconds, in the unit that the words use. */
function inUnit({ at, ticks }: Scale, { unit }: TimeScale): Scale {
  if (unit === 'ms') return { at, ticks };
  return { at: (seconds) => at(seconds * 1_000), ticks: ticks.map((ms) => ms / 1_000) };
}

// Ratios with their intervals on one axis, a row for each: where an interval keeps away from 1 there is something to tell.

import type { RatioInterval } from '../../../model/report/report.ts';
import type { Tone } from '../../page/page.ts';
import { html, type Markup } from '../markup.ts';
import { axisRow, plotRow, stretch, upright } from './plot.ts';
import { logScale, place, type Scale } from './scale.ts';

/** One ratio. */
export interface ForestRow {
  readonly name: string;
  readonly interval: RatioInterval;
  readonly tone: Tone | null;
  /** Another ratio that stands in the row as a mark; null where there is none. */
  readonly limit: number | null;
  readonly words: string;
}

/** All of it. */
export interface Forest {
  readonly rows: readonly ForestRow[];
  /** Ratios between which a difference means nothing; null where that is not known. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly unit: string;
}

/** An end that goes so many times beyond its ratio is drawn as open. */
const OPEN_RATIO = 8;

/** The rows with their axis. */
export function forestRows({ rows, band, unit }: Forest): Markup[] {
  // A band without an end must not push everything else together.
  const ends = band === null ? [] : [Math.max(band.low, 1 / OPEN_RATIO), Math.min(band.high, OPEN_RATIO)];
  const scale = logScale([1, ...ends, ...rows.flatMap(valuesOf)]);
  const behind = html`${band === null ? null : stretch('band', scale.at(band.low), scale.at(band.high))}${upright('one', scale.at(1))}`;
  return [
    ...rows.map((row) => plotRow(row.name, html`${behind}${marksOf(row, scale)}`, row.words)),
    axisRow(scale, unit),
  ];
}

/** True where so low an end rules out nothing. */
export const isOpenLow = ({ ratio, low }: RatioInterval) => !(low * OPEN_RATIO >= ratio);
/** True where so high an end rules out nothing. */
export const isOpenHigh = ({ ratio, high }: RatioInterval) => !(high <= ratio * OPEN_RATIO);

function valuesOf({ interval, limit }: ForestRow): number[] {
  const { ratio, low, high } = interval;
  const ends = [isOpenLow(interval) ? ratio / 2 : low, ratio, isOpenHigh(interval) ? ratio * 2 : high];
  return [...ends, ...(limit === null ? [] : [limit])];
}

function marksOf({ interval, tone, limit }: ForestRow, { at }: Scale): Markup {
  const { ratio, low, high } = interval;
  const [openLow, openHigh] = [isOpenLow(interval), isOpenHigh(interval)];
  const [from, to] = [openLow ? 0 : at(low), openHigh ? 100 : at(high)];
  const arrows = [
    openLow ? html`<text class="open" x="0" y="1.1em">◂</text>` : null,
    openHigh ? html`<text class="open" x="100%" y="1.1em" text-anchor="end">▸</text>` : null,
  ];
  return html`<g class="${tone ?? 'plain'}"><line class="interval" data-low="${low}" data-high="${high}" x1="${place(from)}" x2="${place(to)}" y1="50%" y2="50%"/>${arrows}<circle class="ratio" data-ratio="${ratio}" cx="${place(at(ratio))}" cy="50%" r="0.3em"/></g>${limit === null ? null : html`<g data-limit="${limit}">${upright('limit', at(limit))}</g>`}`;
}

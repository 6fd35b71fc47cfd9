// A sweep as a picture: values side by side with their true names, times upwards. A phone has room for it, since the names of
// the times stand within the plot.

import type { RatioInterval } from '../../../model/report/report.ts';
import type { Tone } from '../../page/page.ts';
import { isOpenHigh, isOpenLow } from '../charts/forest.ts';
import { axisRow } from '../charts/plot.ts';
import { logScale, place, type Scale, tickText } from '../charts/scale.ts';
import { html, type Markup } from '../markup.ts';

/** A median above the value that made it. */
export interface PlottedPoint {
  readonly value: number;
  readonly medianMs: number;
  readonly floorMs: number | null;
  readonly speedup: RatioInterval | null;
  readonly tone: Tone | null;
}

/** All of it. */
export interface SweepPlot {
  readonly points: readonly PlottedPoint[];
  readonly referenceMs: number | null;
  readonly parameter: string;
  /** Beside the plot. */
  readonly words: string;
}

/** Where points lie along the axis, in percent: left of them the times are named. */
const PLOT = { from: 16, to: 93 } as const;
/** More names of values would run into each other. */
const MOST_NAMES = 10;
/** Half of a floor's mark, in percent. */
const FLOOR = 2.5;

/** The plot and its axis. */
export function sweepRows({ points, referenceMs, parameter, words }: SweepPlot): Markup[] {
  const reference = referenceMs === null || !(referenceMs > 0) ? [] : [referenceMs];
  const times = logScale([...reference, ...points.flatMap((point) => timesOf(point, referenceMs))]);
  const values = valueScale(points.map(({ value }) => value));
  const y = (ms: number) => place(100 - times.at(ms));
  const grid = times.ticks.map(
    (ms) =>
      html`<line class="grid" x2="100%" y1="${y(ms)}" y2="${y(ms)}"/><text y="${y(ms)}" dy="-0.2em">${tickText(ms)}</text>`,
  );
  const across = reference.map((ms) => html`<line class="one" x2="100%" y1="${y(ms)}" y2="${y(ms)}"/>`);
  const path = points.slice(1).map((point, index) => {
    const before = points[index] as PlottedPoint;
    return html`<line class="path" x1="${place(values.at(before.value))}" y1="${y(before.medianMs)}" x2="${place(values.at(point.value))}" y2="${y(point.medianMs)}"/>`;
  });
  const marks = points.map((point) => marksOf(point, values.at(point.value), y, referenceMs));
  return [
    html`<div class="row sweep"><b>time, ms</b><svg height="16em">${grid}${across}${path}${marks}</svg><i>${words}</i></div>`,
    axisRow(values, parameter, String),
  ];
}

/** The ends of its interval as times; nothing where an end rules out nothing. */
function timesOf({ medianMs, floorMs, speedup }: PlottedPoint, referenceMs: number | null): number[] {
  const known = [medianMs, ...(floorMs === null ? [] : [floorMs])];
  if (speedup === null || referenceMs === null) return known;
  const ends = [
    ...(isOpenHigh(speedup) ? [] : [referenceMs / speedup.high]),
    ...(isOpenLow(speedup) ? [] : [referenceMs / speedup.low]),
  ];
  return [...known, ...ends];
}

/** Equal steps from each value to the next, whatever lies between them. */
function valueScale(values: readonly number[]): Scale {
  const step = (PLOT.to - PLOT.from) / Math.max(1, values.length - 1);
  const every = Math.ceil(values.length / MOST_NAMES);
  return {
    at: (value) => PLOT.from + step * values.indexOf(value),
    ticks: values.filter((_, index) => index % every === 0),
  };
}

function marksOf(
  { value, medianMs, floorMs, speedup, tone }: PlottedPoint,
  x: number,
  y: (ms: number) => string,
  referenceMs: number | null,
): Markup {
  const at = place(x);
  const floor =
    floorMs === null
      ? null
      : html`<line class="limit" data-floor-ms="${floorMs}" x1="${place(x - FLOOR)}" x2="${place(x + FLOOR)}" y1="${y(floorMs)}" y2="${y(floorMs)}"/>`;
  const interval = speedup === null || referenceMs === null ? null : intervalOf(speedup, at, y, referenceMs);
  return html`${floor}<g class="${tone ?? 'plain'}">${interval}<circle data-value="${value}" data-median-ms="${medianMs}" cx="${at}" cy="${y(medianMs)}" r="0.35em"/></g>`;
}

function intervalOf(speedup: RatioInterval, at: string, y: (ms: number) => string, referenceMs: number): Markup {
  const [openLow, openHigh] = [isOpenLow(speedup), isOpenHigh(speedup)];
  const [slowest, fastest] = [
    openLow ? '0%' : y(referenceMs / speedup.low),
    openHigh ? '100%' : y(referenceMs / speedup.high),
  ];
  const arrows = [
    openLow ? html`<text class="open" x="${at}" y="0" text-anchor="middle">▴</text>` : null,
    openHigh ? html`<text class="open" x="${at}" y="100%" dy="0.6em" text-anchor="middle">▾</text>` : null,
  ];
  return html`<line class="interval" data-low="${speedup.low}" data-high="${speedup.high}" x1="${at}" x2="${at}" y1="${slowest}" y2="${fastest}"/>${arrows}`;
}

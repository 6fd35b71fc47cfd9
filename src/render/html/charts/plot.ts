// What charts are made of: a row with a name, a plot and a figure in words, and the axis below. Places are in percent, so that a
// plot is as wide as there is room while its text keeps its size.

import { html, type Markup } from '../markup.ts';
import { place, type Scale, tickText } from './scale.ts';

/** So near to an end a tick's text would stick out. */
const NEAR_END = 6;

/** One row; on a narrow screen the plot stands below the words. */
export function plotRow(name: string, plot: Markup, words: string): Markup {
  return html`<div class="row"><b>${name}</b><svg>${plot}</svg><i>${words}</i></div>`;
}

/** The axis of the rows above it. */
export function axisRow({ at, ticks }: Scale, unit: string, textOf = tickText): Markup {
  const marks = ticks.map((tick) => {
    const [x, anchor] = [at(tick), anchorAt(at(tick))];
    return html`<line x1="${place(x)}" x2="${place(x)}" y2="0.3em"/><text x="${place(x)}" y="1.3em" text-anchor="${anchor}">${textOf(tick)}</text>`;
  });
  return html`<div class="row axis"><b></b><svg><line x2="100%"/>${marks}</svg><i>${unit}</i></div>`;
}

function anchorAt(x: number): string {
  if (x < NEAR_END) return 'start';
  return x > 100 - NEAR_END ? 'end' : 'middle';
}

/** A line from top to bottom. */
export function upright(kind: string, x: number): Markup {
  return html`<line class="${kind}" x1="${place(x)}" x2="${place(x)}" y2="100%"/>`;
}

/** A stretch from one place to another. */
export function stretch(kind: string, from: number, to: number): Markup {
  // There are thousands of them: no byte that HTML can do without, and the height is the style's.
  return html`<rect class=${kind} x=${place(from)} width=${place(Math.max(0, to - from))} />`;
}

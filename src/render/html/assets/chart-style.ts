// How charts look. Each kind of stretch has a ground and an ink, for its pattern; the rest says good, bad or nothing.

import { VIEW_STYLE } from '../timelines/view.ts';
import { KIND_STYLE } from './kind-style.ts';

/** The part of the style that is about charts. */
export const CHART_STYLE = `
figure { margin: 1.6rem 0; }
figcaption { max-width: 75ch; margin-bottom: 0.5rem; color: var(--quiet); }
svg { display: block; overflow: visible; fill: var(--ink); }
svg.patterns { position: absolute; }
.row { display: grid; grid-template-columns: 15rem minmax(0, 1fr) 12.5rem; gap: 0 0.8rem; align-items: center; padding: 0.1rem 0; }
.row b { text-align: right; font-weight: 400; }
.row i { font-style: normal; font-variant-numeric: tabular-nums; color: var(--quiet); }
.row > svg:not(.lanes) { width: 100%; }
.row > svg:not([height]) { height: 1.5em; }
.row rect { height: 100%; }
.axis { align-items: start; }
.axis > svg:not([height]) { height: 1.6em; font-size: 0.85em; fill: var(--quiet); overflow: visible; }
.row line { stroke: var(--quiet); stroke-width: max(1px, 0.06em); }
.row line.one { stroke: var(--ink); }
.row rect.band { fill: var(--band); }
.row line.limit { stroke: var(--ink); stroke-width: 0.13em; stroke-dasharray: 0.19em 0.13em; }
.row line.interval { stroke: currentColor; stroke-width: 0.19em; }
.row g.plain { color: var(--accent); }
.row g circle, .row g text { fill: currentColor; }
.row line.median { stroke: var(--ink); stroke-width: 0.13em; }
.group { font-weight: 600; margin: 0.6rem 0 0.1rem; }
.row rect.part { fill: var(--accent); }
svg.bar { width: 100%; height: 0.8em; }
svg.bar rect { fill: var(--accent); }
.row svg svg { height: 100%; }
.row path { fill: none; stroke-linecap: round; vector-effect: non-scaling-stroke; stroke: var(--accent); stroke-width: 0.35em; opacity: 0.7; }
.row path.ring { stroke: var(--bad); stroke-width: 0.48em; opacity: 1; }
.row path.hole { stroke: var(--ground); stroke-width: 0.24em; opacity: 1; }
.row line.grid { stroke: var(--line); }
.row line.path { stroke: var(--accent); stroke-width: 0.1em; }
.sweep { align-items: start; }
.sweep > svg { font-size: 0.85em; fill: var(--quiet); margin-top: 0.6em; }
.tasks { align-items: start; }
.tasks b { font-size: 0.8em; line-height: 1.25em; color: var(--quiet); }
.tasks > svg { font-size: 0.8em; }
.timelines .row b { position: sticky; left: 0; z-index: 1; align-self: stretch; background: var(--ground); box-shadow: 0 0 0 0.15rem var(--ground); }
.timelines figure .scroll { margin: 0; padding-bottom: 0.3rem; }
.tasks rect { height: 1em; stroke: var(--i); stroke-width: 0.6; }
.dim { opacity: 0.15; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; padding: 0; max-width: none; font-size: 0.9rem; }
.legend svg { display: inline-block; width: 2em; height: 1em; vertical-align: -0.1em; }
.legend rect { height: 100%; stroke: var(--i); stroke-width: 1; }
.legend button { color: inherit; }
.legend button[aria-pressed=true] { border-color: var(--accent); outline: 1px solid var(--accent); }
@media (max-width: 56rem) {
  .row { grid-template-columns: minmax(0, 1fr) fit-content(65%); }
  .row b { text-align: left; }
  .row > svg { grid-row: 2; grid-column: 1 / -1; }
  .row.axis { padding-bottom: 0.6rem; }
  .row.tasks, .ticks .axis { grid-template-columns: 3.5rem minmax(0, 1fr); }
  .row.tasks > svg, .ticks .axis > svg { grid-row: 1; grid-column: 2; }
  .ticks .axis > i { grid-row: 2; grid-column: 2; text-align: right; }
  .row.tasks b { text-align: right; }
}
${KIND_STYLE}
.idle { --g: transparent; --i: var(--bad); } rect.idle { fill: url(#p-idle); }
.taken { --g: var(--quiet); --i: var(--ground); } rect.taken { fill: url(#p-taken); }
${VIEW_STYLE}`;

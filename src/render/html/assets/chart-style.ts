// How charts look. Each kind of stretch has a ground and an ink, for its pattern; the rest says good, bad or nothing.

/** The part of the style that is about charts. */
export const CHART_STYLE = `
figure { margin: 1.6rem 0; }
figcaption { max-width: 75ch; margin-bottom: 0.5rem; color: var(--quiet); }
svg { display: block; overflow: visible; fill: var(--ink); }
svg.patterns { position: absolute; }
.row { display: grid; grid-template-columns: 14rem minmax(0, 1fr) 12.5rem; gap: 0 0.8rem; align-items: center; padding: 0.1rem 0; }
.row b { text-align: right; font-weight: 400; }
.row i { font-style: normal; font-variant-numeric: tabular-nums; color: var(--quiet); }
.row svg { width: 100%; }
.row > svg:not([height]) { height: 1.5em; }
.row rect { height: 100%; }
.axis { align-items: start; }
.axis > svg:not([height]) { height: 1.6em; font-size: 0.85em; fill: var(--quiet); overflow: visible; }
.row line { stroke: var(--quiet); stroke-width: 1; }
.row line.one { stroke: var(--ink); }
.row rect.band { fill: var(--band); }
.row line.limit { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 3 2; }
.row line.interval { stroke: currentColor; stroke-width: 3; }
.row g.plain { color: var(--accent); }
.row g circle, .row g text { fill: currentColor; }
.row line.median { stroke: var(--ink); stroke-width: 2; }
.group { font-weight: 600; margin: 0.6rem 0 0.1rem; }
.row rect.part { fill: var(--accent); }
svg.bar { width: 100%; height: 0.8em; }
svg.bar rect { fill: var(--accent); }
.row svg svg { height: 100%; }
.row path { fill: none; stroke-linecap: round; vector-effect: non-scaling-stroke; stroke: var(--accent); stroke-width: 0.35em; opacity: 0.7; }
.row path.ring { stroke: var(--bad); stroke-width: 0.48em; opacity: 1; }
.row path.hole { stroke: var(--ground); stroke-width: 0.24em; opacity: 1; }
.tasks { align-items: start; }
.tasks b { font-size: 0.8em; line-height: 1.25em; color: var(--quiet); }
.tasks > svg { font-size: 0.8em; }

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
  .row.tasks, .tasks + .axis { grid-template-columns: 3.5rem minmax(0, 1fr); }
  .row.tasks > svg, .tasks + .axis > svg { grid-row: 1; grid-column: 2; }
  .tasks + .axis > i { grid-row: 2; grid-column: 2; text-align: right; }
  .row.tasks b { text-align: right; }
}
pattern rect { fill: var(--g); }
pattern path { fill: none; stroke: var(--i); stroke-width: 1.1; }
pattern circle { fill: var(--i); }
.held { --g: #ffffff; --i: #6b7682; } rect.held { fill: url(#p-held); }
.pooled { --g: #eeeefc; --i: #5151c8; } rect.pooled { fill: url(#p-pooled); }
.handling { --g: #1c63c4; --i: #a9cdf8; } rect.handling { fill: url(#p-handling); }
.queued { --g: #e3f4f1; --i: #00796b; } rect.queued { fill: url(#p-queued); }
.server { --g: #9fd8d0; --i: #00594f; } rect.server { fill: url(#p-server); }
.way { --g: #e4f3fc; --i: #0277bd; } rect.way { fill: url(#p-way); }
.else { --g: #efe8f8; --i: #6a3fb5; } rect.else { fill: url(#p-else); }
.busy { --g: #ffe2d1; --i: #c2410c; } rect.busy { fill: url(#p-busy); }
.stuck { --g: #fce0e0; --i: #a61b1b; } rect.stuck { fill: url(#p-stuck); }
.here { --g: #b45309; --i: #7c3a06; } rect.here { fill: url(#p-here); }
.worker { --g: #2b8a3e; --i: #b9efc4; } rect.worker { fill: url(#p-worker); }
.other { --g: #c8e6a0; --i: #47700f; } rect.other { fill: url(#p-other); }
@media screen and (prefers-color-scheme: dark) {
  .held { --g: #10151b; --i: #8b97a3; }
  .pooled { --g: #23234a; --i: #a3a3ff; }
  .handling { --g: #3b82e0; --i: #0d2d5c; }
  .queued { --g: #0c2f2a; --i: #4fc4b2; }
  .server { --g: #14695d; --i: #9be8da; }
  .way { --g: #0d2c3f; --i: #5cc0f5; }
  .else { --g: #2c1f45; --i: #bd9cf2; }
  .busy { --g: #4a1d08; --i: #ff8f57; }
  .stuck { --g: #4a1212; --i: #ff8585; }
  .here { --g: #e08a3c; --i: #ffc48f; }
  .worker { --g: #46b35c; --i: #0c3d18; }
  .other { --g: #33480f; --i: #b6de74; }
}
`;

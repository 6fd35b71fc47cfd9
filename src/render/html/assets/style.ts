// How a page looks: light and dark as the reader's system has it, on a phone, a wide screen, a projector and paper. Everything is
// measured in the size of the text, so that larger type enlarges all of it.

import { CHART_STYLE } from './chart-style.ts';

const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --raised: #f4f6f8; --ink: #1b1f24; --quiet: #57606a; --line: #c9d1d9; --accent: #0b5cad;
  --good: #116329; --bad: #b42318; --doubt: #855000; --band: #dde3e9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10151b; --raised: #1a2129; --ink: #e6edf3; --quiet: #a3b0bd; --line: #3d4854; --accent: #79b8ff;
    --good: #69d584; --bad: #ff9a90; --doubt: #e8b95c; --band: #2b3641;
  }
}
* { box-sizing: border-box; }
html { font-size: clamp(15px, 12px + 0.35vw, 26px); }
html:has(#projector:checked) { font-size: clamp(20px, 14px + 1vw, 46px); }
body {
  margin: 0 auto; padding: 1rem clamp(0.8rem, 3vw, 2.5rem) 3rem; max-width: 78rem;
  background: var(--ground); color: var(--ink);
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; line-height: 1.5;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; padding-top: 0.8rem; border-top: 1px solid var(--line); }
p, dl, ul, .warnings { margin: 0.6rem 0; max-width: 75ch; }
.outcome { font-size: 1.15rem; font-weight: 600; }
h2 + p { font-size: 1.1rem; }
dl > div { margin: 0.15rem 0; }
dt, dd { display: inline; margin: 0; }
dt { color: var(--quiet); }
code { font-family: ui-monospace, 'DejaVu Sans Mono', Consolas, monospace; font-size: 0.92em; }
.warnings { list-style: none; padding: 0.5rem 0.9rem; border-left: 0.3rem solid var(--doubt); background: var(--raised); }
.warnings li { margin: 0.35rem 0; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.doubt { color: var(--doubt); }
.quiet { color: var(--quiet); }
.tools { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; }
.tools input { font-size: inherit; width: 1.1em; height: 1.1em; vertical-align: -0.15em; accent-color: var(--accent); }
button {
  font: inherit; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 0.3em;
  padding: 0.2em 0.7em; cursor: pointer;
}
:focus-visible { outline: 0.15rem solid var(--accent); outline-offset: 0.15rem; }
summary { cursor: pointer; color: var(--accent); padding: 0.3rem 0; }
.more > summary { margin-top: 0.8rem; font-weight: 600; }
.answer > summary {
  margin: 0.8rem 0; padding: 0.8rem 1rem; font-size: 1.1rem; font-weight: 600; border: 2px dashed var(--accent); border-radius: 0.4rem;
}
.scroll { overflow-x: auto; max-width: 100%; margin: 0.8rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; line-height: 1.35; }
th, td { padding: 0.3rem 0.7rem; text-align: left; vertical-align: baseline; overflow-wrap: normal; border-bottom: 1px solid var(--line); }
thead th, thead td { vertical-align: bottom; border-bottom: 2px solid var(--quiet); }
tbody th { font-weight: 600; }
th.figure, td { text-align: right; }
td.word, td.prose, td.bar { text-align: left; }
td, tbody th { white-space: nowrap; }
td.prose { white-space: normal; }
table:has(td.prose) th { white-space: normal; overflow-wrap: anywhere; min-width: 7rem; }
th.figure { max-width: 9rem; }
td.prose { max-width: 60rem; }
td.bar { min-width: 6rem; width: 24rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--quiet); }
article + article { margin-top: 4rem; border-top: 0.3rem double var(--line); }
@media print {
  :root { --ground: #fff; --raised: #fff; --ink: #000; --quiet: #444; --line: #999; --accent: #000; --good: #000; --bad: #000; --doubt: #000; --band: #ddd; }
  html, html:has(#projector:checked) { font-size: 10pt; }
  body { max-width: none; padding: 0; print-color-adjust: exact; }
  .tools, summary { display: none; }
  figure, tr, h2 { break-inside: avoid; }
  h2, figcaption { break-after: avoid; }
  .scroll { overflow: visible; }
}
`;

/** The one style. */
export const STYLE = `${PAGE_STYLE}${CHART_STYLE}`;

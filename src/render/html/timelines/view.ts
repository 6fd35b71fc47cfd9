// How the pictures of one scenario are looked at: to one scale or each to its own, and how wide. The style does it all, by what is
// chosen here, so that it works where no script may run.

import { html, type Markup } from '../markup.ts';

/** How many times as wide as its frame a picture may be; the style has a rule for each. */
export const WIDTHS: readonly number[] = [1, 2, 4, 8];

/** The choices above the pictures; of a single one there is no other scale. */
export function viewChoices(count: number, sameAxis: boolean): Markup {
  const scale = html`<label><input type="checkbox" class="own"${sameAxis ? null : html` checked`}> each to a scale of its own</label>`;
  return html`<p class="view"><label>Width <select>${WIDTHS.map((times) => html`<option value="${times}">${times}×</option>`)}</select></label>${count > 1 ? html` ${scale}` : null}</p>`;
}

/** The rules: what is chosen within `.timelines` holds for all pictures in there. */
export const VIEW_STYLE = `
.view { display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; font-size: 0.9rem; color: var(--quiet); }
.view input, .view select { font: inherit; color: var(--ink); accent-color: var(--accent); }
.view select { background: var(--raised); border: 1px solid var(--line); border-radius: 0.3em; padding: 0.1em 0.3em; }
.timelines:has(.own:checked) .row > .lanes { width: 100%; }
.timelines:has(.own:checked) .shared, .timelines:not(:has(.own:checked)) .single { display: none; }
@media screen {
${WIDTHS.map((times) => `  .timelines:has(option[value="${times}"]:checked) .chart { width: ${times * 100}%; }`).join('\n')}
}
@media print { .view { display: none; } }
`;

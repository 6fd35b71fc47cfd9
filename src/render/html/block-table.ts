// A table for browsers: words left, figures right, a bar as long as its share.

import type { Table, TableColumn } from '../page/page.ts';
import { plainText } from '../text-width.ts';
import { html, lines, type Markup } from './markup.ts';

/** Draws the table; on a narrow screen it is moved within its own frame, by keyboard too. */
export function tableMarkup({ columns }: Pick<Table, 'columns'>, name: string): Markup {
  const rowCount = columns[0]?.cells.length ?? 0;
  return html`<div class="scroll" role="group" aria-label="${name}" tabindex="0"><table>
<thead><tr>${columns.map(headerCell)}</tr></thead>
<tbody>
${lines(Array.from({ length: rowCount }, (_, row) => html`<tr>${columns.map((column, index) => bodyCell(column, row, index))}</tr>`))}
</tbody>
</table></div>`;
}

function headerCell({ header, kind }: TableColumn): Markup {
  const words = plainText(header);
  if (words === '') return html`<td></td>`;
  return html`<th scope="col" class="${kind}">${words}</th>`;
}

function bodyCell({ kind, cells, tones, shares }: TableColumn, row: number, index: number): Markup {
  const words = cells[row] ?? '';
  if (kind === 'bar') return html`<td class="bar">${bar(shares[row] ?? 0)}</td>`;
  const tone = tones[row];
  const told = tone === null || tone === undefined ? html`${words}` : html`<span class="${tone}">${words}</span>`;
  if (index === 0) return html`<th scope="row">${told}</th>`;
  // Most cells hold figures: these need no class.
  return kind === 'figure' ? html`<td>${told}</td>` : html`<td class="${kind}">${told}</td>`;
}

function bar(share: number): Markup {
  const width = Number((Math.min(1, Math.max(0, share)) * 100).toFixed(2));
  return html`<svg class="bar" aria-hidden="true"><rect width="${width}%" height="100%"/></svg>`;
}

// A chart as a reader gets it, whether or not he sees it: what it shows in words, the drawing, and its figures as a table.

import type { Table } from '../../page/page.ts';
import { tableMarkup } from '../block-table.ts';
import { html, lines, type Markup } from '../markup.ts';

/** One chart. */
export interface Chart {
  /** What it is, in a few words. */
  readonly title: string;
  /** How to read it, and what it leaves out. */
  readonly caption: string;
  readonly rows: readonly Markup[];
  /** What its marks mean, where words alone would not do. */
  readonly legend: Markup | null;
  readonly table: Pick<Table, 'columns'>;
  /** True where it may be wider than its frame, in which it is moved then. */
  readonly scrolls?: true;
}

/** Draws it with its table folded below. */
export function figure({ title, caption, rows, legend, table, scrolls }: Chart): Markup {
  const chart = html`<div class="chart" role="img" aria-label="${title}">
${lines(rows)}
</div>`;
  return html`<figure>
<figcaption><strong>${title}.</strong> ${caption}</figcaption>
${scrolls ? html`<div class="scroll" role="group" aria-label="${title}, the picture" tabindex="0">${chart}</div>` : chart}
${legend ?? ''}<details><summary>These figures as a table</summary>
${tableMarkup(table, `${title}, as a table`)}
</details>
</figure>`;
}

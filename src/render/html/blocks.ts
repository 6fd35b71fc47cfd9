// Blocks of a page as markup: the same words as in every other format.

import type { Block } from '../page/page.ts';
import { tableMarkup } from './block-table.ts';
import { html, lines, type Markup } from './markup.ts';
import { timelineFigures } from './timelines/timeline-figure.ts';

/** Draws the blocks one below the other. */
export function blocksMarkup(blocks: readonly Block[]): Markup {
  return lines(blocks.map(blockMarkup));
}

function blockMarkup(block: Block): Markup {
  switch (block.type) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'facts':
      return html`<dl>${block.facts.map(
        ({ label, value }) => html`
<div><dt>${label}:</dt> <dd>${value}</dd></div>`,
      )}
</dl>`;
    case 'text':
      return block.label === null
        ? html`<p>${block.text}</p>`
        : html`<p><strong>${block.label}:</strong> ${block.text}</p>`;
    case 'warnings':
      return html`<ul class="warnings">${block.warnings.map(
        ({ message, remedy }) => html`
<li>${`${message} ${remedy}`}</li>`,
      )}
</ul>`;
    case 'timelines':
      return timelineFigures(block.timelines, block.sameAxis);
    case 'table':
      return tableMarkup(block, 'Table');
    case 'details':
      return html`<details class="more"><summary>${block.label}</summary>
${blocksMarkup(block.blocks)}
</details>`;
  }
}

// Blocks of a page as markup: the same words as in every other format.

import type { Block } from '../page/page.ts';
import { tableMarkup } from './block-table.ts';
import { html, lines, type Markup } from './markup.ts';
import { timelineFigures } from './timelines/timeline-figure.ts';

/** Which level the headings among the blocks have: 2 for those of a page, 3 within what is folded. */
export type HeadingLevel = 2 | 3;

/** Draws the blocks one below the other. */
export function blocksMarkup(blocks: readonly Block[], level: HeadingLevel = 2): Markup {
  return lines(blocks.map((block) => blockMarkup(block, level)));
}

function blockMarkup(block: Block, level: HeadingLevel): Markup {
  switch (block.type) {
    case 'heading':
      return level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
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
${blocksMarkup(block.blocks, 3)}
</details>`;
  }
}

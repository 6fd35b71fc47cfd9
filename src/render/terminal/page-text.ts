// A page on a terminal: paragraphs wrapped to its width, grids that fit, the outcome last.

import type { Block, Page, PlainBlock } from '../page/page.ts';
import type { RenderOptions } from '../renderer.ts';
import { wrapText } from '../text-width.ts';
import { timelinesText } from '../timeline/timelines-text.ts';
import { paint } from './paint.ts';
import { tableText } from './table-text.ts';

/** Draws a page for a terminal; ends with a newline. */
export function pageText({ title, outcome, body, more = MORE }: Page, options: RenderOptions): string {
  const { width, color, detailed } = options;
  const opening = title === null ? [] : [paint(wrapText(title, width), 'strong', color), ''];
  const all = [...body, ...outcome];
  const blocks = all.flatMap((block) => (block.type === 'details' ? (detailed ? block.blocks : []) : [block]));
  const isWhole = detailed || all.every(isPlain);
  const parts = blocks.flatMap((block, index) => {
    const text = blockText(block, options);
    const isApart = index > 0 && (STANDS_APART[block.type] || blocks[index - 1]?.type === 'table');
    return isApart ? ['', text] : [text];
  });
  return `${[...opening, ...parts, ...(isWhole ? [] : ['', wrapText(more, width, '  ')])].join('\n')}\n`;
}

const isPlain = (block: Block) => block.type !== 'details';

const MORE = 'More of every row: --details, also with `overlap show FILE`.';

// Blank lines stand above sections and on both sides of tables.
const STANDS_APART: Record<PlainBlock['type'], boolean> = {
  heading: true,
  table: true,
  facts: false,
  text: false,
  warnings: false,
  timelines: true,
};

function blockText(block: PlainBlock, { width, color, ascii }: RenderOptions): string {
  switch (block.type) {
    case 'heading':
      return paint(wrapText(block.text, width, '  '), 'strong', color);
    case 'facts':
      return block.facts.map(({ label, value }) => wrapText(`${label}: ${value}`, width, '  ')).join('\n');
    case 'text':
      return wrapText(block.label === null ? block.text : `${block.label}: ${block.text}`, width, '  ');
    case 'warnings':
      return block.warnings
        .map(({ message, remedy }) => paint(wrapText(`! ${message} ${remedy}`, width, '  '), 'doubt', color))
        .join('\n');
    case 'timelines':
      return timelinesText(block, { width, marks: ascii ? 'ascii' : 'unicode' });
    case 'table':
      return tableText(block, width, color).trimEnd();
  }
}

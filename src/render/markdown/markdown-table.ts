// A GitHub table, and text that stays text inside Markdown.

import type { Align } from '../columns.ts';
import { plainText } from '../text-width.ts';

/** One column of a Markdown table. */
export interface MarkdownColumn {
  readonly header: string;
  readonly align: Align;
  readonly cells: readonly string[];
}

/** Text that Markdown must not read as a table border, a tag or emphasis. */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_[\]<>|]/gu, (mark) =>
    mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`,
  );
}

/** Draws the table; cells are escaped here. */
export function markdownTable(columns: readonly MarkdownColumn[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rowCount = columns[0]?.cells.length ?? 0;
  return [
    line(columns.map(({ header }) => escapeMarkdown(header))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...Array.from({ length: rowCount }, (_, row) => line(columns.map(({ cells }) => escapeMarkdown(cells[row] ?? '')))),
  ].join('\n');
}

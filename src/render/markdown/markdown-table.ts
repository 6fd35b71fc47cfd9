// A GitHub table, and text that stays text inside Markdown.

import type { Table } from '../page/page.ts';
import { plainText } from '../text-width.ts';

/** Text that Markdown must not read as a table border, a tag or emphasis. */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_[\]<>|]/gu, (mark) =>
    mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`,
  );
}

/** Draws the table. */
export function markdownTable({ columns }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rowCount = columns[0]?.cells.length ?? 0;
  return [
    line(columns.map(({ header }) => escapeMarkdown(header))),
    line(columns.map(({ kind }) => (kind === 'figure' ? '---:' : '---'))),
    ...Array.from({ length: rowCount }, (_, row) => line(columns.map(({ cells }) => escapeMarkdown(cells[row] ?? '')))),
  ].join('\n');
}

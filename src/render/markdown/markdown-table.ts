// A GitHub table, and text that stays text inside Markdown.

import { drawBar } from '../bar.ts';
import type { Table } from '../page/page.ts';
import { plainText } from '../text-width.ts';

// Beside seven columns, a page on the web has hardly room for more.
const BAR_WIDTH = 10;

/** Text that Markdown must not read as a table border, a tag or emphasis. */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_[\]<>|]/gu, (mark) =>
    mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`,
  );
}

/** Text in a tag, where Markdown is not read. */
export function escapeHtml(text: string): string {
  return plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Draws the table. */
export function markdownTable({ columns: all }: Table): string {
  const columns = all.map((column) =>
    column.kind === 'bar' ? { ...column, cells: column.shares.map((share) => drawBar(share, BAR_WIDTH)) } : column,
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rowCount = columns[0]?.cells.length ?? 0;
  return [
    line(columns.map(({ header }) => escapeMarkdown(header))),
    line(columns.map(({ kind }) => (kind === 'figure' ? '---:' : '---'))),
    ...Array.from({ length: rowCount }, (_, row) => line(columns.map(({ cells }) => escapeMarkdown(cells[row] ?? '')))),
  ].join('\n');
}

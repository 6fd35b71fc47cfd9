// One borderless table: columns two spaces apart, a rule under the header, no trailing blanks. Readable in a CI log and
// easy to copy. cli-table3 does the aligning.

import CliTable3 from 'cli-table3';
import type { Align } from '../columns.ts';
import { textWidth } from '../text-width.ts';

/** Blanks between two columns. */
export const GAP = 2;

/** One column, ready to draw: its header (may hold line breaks) and its cells. */
export interface GridColumn {
  readonly header: string;
  readonly align: Align;
  readonly cells: readonly string[];
}

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'] //
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'])
    .map((name) => [name, '']),
);

/** Columns that a grid column takes. */
export function gridColumnWidth({ header, cells }: GridColumn): number {
  return Math.max(...[header, ...cells].flatMap((text) => text.split('\n')).map(textWidth));
}

/** Columns that the whole grid takes. */
export function gridWidth(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, column) => sum + gridColumnWidth(column), 0) + GAP * (columns.length - 1);
}

/** Draws the grid; ends with a newline. */
export function drawGrid(columns: readonly GridColumn[]): string {
  const table = new CliTable3({
    chars: { ...NO_LINES, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: columns.map((column) => column.align),
  });
  table.push(columns.map(({ header }) => ({ content: header, vAlign: 'bottom' as const })));
  table.push(columns.map((column) => '─'.repeat(gridColumnWidth(column))));
  const rowCount = columns[0]?.cells.length ?? 0;
  for (let index = 0; index < rowCount; index++) table.push(columns.map(({ cells }) => cells[index] ?? ''));
  return `${table.toString().replace(/[ ]+$/gmu, '')}\n`;
}

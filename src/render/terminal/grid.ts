// One borderless table: columns two spaces apart, a rule under the header, no trailing blanks. Readable in a CI log and
// easy to copy. cli-table3 does the aligning, but it measures text by an older rule than terminals do; so it is given
// stand-ins as wide as the texts, which then take their places in reading order.

import CliTable3 from 'cli-table3';
import type { TableColumn } from '../page/page.ts';
import { plainText, textWidth } from '../text-width.ts';
import { paint } from './paint.ts';

/** Blanks between two columns. */
export const GAP = 2;

const STAND_IN = 'x';

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'] //
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'])
    .map((name) => [name, '']),
);

interface Cell {
  readonly lines: readonly string[];
  readonly tone: TableColumn['tones'][number];
}

/** Places that a column takes. */
export function columnWidth({ header, cells }: TableColumn): number {
  return Math.max(...[header, ...cells].flatMap(linesOf).map(textWidth));
}

/** Places that the whole grid takes. */
export function gridWidth(columns: readonly TableColumn[]): number {
  return columns.reduce((sum, column) => sum + columnWidth(column), 0) + GAP * (columns.length - 1);
}

/** Draws the grid; ends with a newline. */
export function drawGrid(columns: readonly TableColumn[], color: boolean): string {
  const rows = [headerRow(columns), columns.map(rule), ...bodyRows(columns)];
  const grid = new CliTable3({
    chars: { ...NO_LINES, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: columns.map(({ kind }) => (kind === 'figure' ? 'right' : 'left')),
  });
  for (const row of rows) {
    grid.push(row.map(({ lines }) => lines.map((line) => STAND_IN.repeat(textWidth(line))).join('\n')));
  }
  const texts = rows.flatMap(inReadingOrder).values();
  const drawn = grid.toString().replace(/x+/gu, () => texts.next().value ?? '');
  return `${drawn.replace(/[ ]+$/gmu, '')}\n`;

  function inReadingOrder(row: readonly Cell[]): string[] {
    const height = Math.max(...row.map(({ lines }) => lines.length));
    return Array.from({ length: height }, (_, index) => index).flatMap((index) =>
      row.flatMap(({ lines, tone }) => {
        const line = lines[index] ?? '';
        return textWidth(line) === 0 ? [] : [paint(line, tone, color)];
      }),
    );
  }
}

const linesOf = (text: string) => text.split('\n').map(plainText);

// Headers stand on the rule, so shorter ones get empty lines above them.
function headerRow(columns: readonly TableColumn[]): Cell[] {
  const headers = columns.map(({ header }) => linesOf(header));
  const height = Math.max(...headers.map(({ length }) => length));
  return headers.map((lines) => ({ lines: [...new Array(height - lines.length).fill(''), ...lines], tone: null }));
}

const rule = (column: TableColumn): Cell => ({ lines: ['─'.repeat(columnWidth(column))], tone: null });

function bodyRows(columns: readonly TableColumn[]): Cell[][] {
  const rowCount = columns[0]?.cells.length ?? 0;
  return Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ cells, tones }) => ({ lines: linesOf(cells[row] ?? ''), tone: tones[row] ?? null })),
  );
}

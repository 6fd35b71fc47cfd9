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

type Line = readonly { readonly text: string; readonly tone: TableColumn['tones'][number] }[];

/** Places that a column takes. */
export function columnWidth({ header, cells }: TableColumn): number {
  return Math.max(...[header, ...cells].flatMap((text) => text.split('\n')).map((line) => textWidth(plainText(line))));
}

/** Places that the whole grid takes. */
export function gridWidth(columns: readonly TableColumn[]): number {
  return columns.reduce((sum, column) => sum + columnWidth(column), 0) + GAP * (columns.length - 1);
}

/** Draws the grid; ends with a newline. */
export function drawGrid(columns: readonly TableColumn[], color: boolean): string {
  const lines = linesOf(columns);
  const grid = new CliTable3({
    chars: { ...NO_LINES, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: columns.map(({ kind }) => (kind === 'figure' ? 'right' : 'left')),
  });
  for (const line of lines) grid.push(line.map(({ text }) => STAND_IN.repeat(textWidth(text))));
  const cells = lines.flat().filter(({ text }) => textWidth(text) > 0);
  const texts = cells.map(({ text, tone }) => paint(text, tone, color)).values();
  const drawn = grid.toString().replace(/x+/gu, () => texts.next().value ?? '');
  return `${drawn.replace(/[ ]+$/gmu, '')}\n`;
}

function linesOf(columns: readonly TableColumn[]): Line[] {
  // Headers stand on the rule, cells begin at the top of their row.
  const header = stack(columns.map(({ header }) => [...header.split('\n')].reverse().join('\n'))).reverse();
  const rule = columns.map((column) => ({ text: '─'.repeat(columnWidth(column)), tone: null }));
  const rows = columns[0]?.cells.map((_, row) =>
    stack(
      columns.map(({ cells }) => cells[row] ?? ''),
      columns.map(({ tones }) => tones[row] ?? null),
    ),
  );
  return [...header, rule, ...(rows ?? []).flat()];
}

function stack(texts: readonly string[], tones: TableColumn['tones'] = []): Line[] {
  const cells = texts.map((text) => text.split('\n').map(plainText));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    cells.map((lines, column) => ({ text: lines[index] ?? '', tone: tones[column] ?? null })),
  );
}

// A table that never exceeds the page and never loses a column. Where all fits it is one grid; else prose is wrapped, or
// the parts become grids below each other, each opening with the first column; and on a page too narrow even for that,
// every row becomes a paragraph.

import type { Table, TableColumn } from '../page/page.ts';
import { textWidth, wrapText } from '../text-width.ts';
import { drawGrid, GAP, gridWidth } from './grid.ts';

const LEAST_PROSE_WIDTH = 18;

/** Draws the table; ends with a newline. */
export function tableText({ columns }: Table, width: number, color: boolean): string {
  const grids = columns.at(-1)?.kind === 'prose' ? withProse(columns, width) : withParts(columns, width);
  return grids === null ? paragraphs(columns, width) : grids.map((grid) => drawGrid(grid, color)).join('\n');
}

// Prose gets the room that the other columns leave.
function withProse(columns: readonly TableColumn[], width: number): TableColumn[][] | null {
  const [fixed, prose] = [columns.slice(0, -1), columns.at(-1)];
  const room = width - gridWidth(fixed) - GAP;
  if (prose === undefined || room < LEAST_PROSE_WIDTH || textWidth(prose.header) > room) return null;
  return [[...fixed, { ...prose, cells: prose.cells.map((text) => wrapText(text, room)) }]];
}

function withParts(columns: readonly TableColumn[], width: number): TableColumn[][] | null {
  if (gridWidth(columns) <= width) return [[...columns]];
  const [first, ...others] = columns;
  const parts = [...Map.groupBy(others, ({ part }) => part)];
  const isTooWide = (column: TableColumn) => first === undefined || gridWidth([first, column]) > width;
  if (first === undefined || parts.some(([part]) => part === null) || others.some(isTooWide)) return null;
  return parts.flatMap(([, part]) => pack(first, part, width));
}

// As few grids as possible, filled from the left.
function pack(first: TableColumn, columns: readonly TableColumn[], width: number): TableColumn[][] {
  const grids: TableColumn[][] = [];
  for (const column of columns) {
    const last = grids.at(-1);
    if (last !== undefined && gridWidth([...last, column]) <= width) last.push(column);
    else grids.push([first, column]);
  }
  return grids;
}

// The words of a row say what it is; figures need their header.
function paragraphs(columns: readonly TableColumn[], width: number): string {
  const rowCount = columns[0]?.cells.length ?? 0;
  const lines = Array.from({ length: rowCount }, (_, row) => {
    const cells = columns.map(({ kind, header, cells }) => ({ kind, header, cell: cells[row] ?? '' }));
    const words = cells.filter(({ kind, cell }) => kind === 'word' && cell !== '').map(({ cell }) => cell);
    const others = cells
      .filter(({ kind }) => kind !== 'word')
      .map(({ kind, header, cell }) => (kind === 'figure' ? `${header} ${cell}` : cell));
    return wrapText(`${words.join(', ')}: ${others.join(', ')}`, width, '  ');
  });
  return lines.map((line) => `${line}\n`).join('');
}

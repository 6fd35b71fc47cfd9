// A table that never exceeds the page and never loses a figure. Where all fits it is one grid, its bar as long as there is
// room; else words are broken at their blanks, the bar is left out, or columns become grids below each other, each opening
// with the first one; and on a page too narrow even for that, every row becomes a paragraph.

import { drawBar } from '../bar.ts';
import type { Table, TableColumn } from '../page/page.ts';
import { longestWordWidth, textWidth, wrapText } from '../text-width.ts';
import { columnWidth, drawGrid, GAP, gridWidth } from './grid.ts';

const LEAST_PROSE_WIDTH = 18;
const BAR_WIDTH = { least: 8, most: 24 };

/** Draws the table; ends with a newline. */
export function tableText(table: Table, width: number, color: boolean): string {
  const grids = gridsOf(table, width);
  const columns = table.columns.filter(({ kind }) => kind !== 'bar');
  return grids === null ? paragraphs(columns, width) : grids.map((grid) => drawGrid(grid, color)).join('\n');
}

function gridsOf({ columns, splits }: Table, width: number): TableColumn[][] | null {
  const [others, last] = [columns.slice(0, -1), columns.at(-1)];
  if (last?.kind === 'prose') return withProse(others, last, width);
  const isBar = last?.kind === 'bar';
  const plain = isBar ? others : columns;
  const barred = isBar ? withBar(others, last, width) : null;
  if (barred !== null) return [barred];
  const narrowed = narrow(plain, width);
  if (narrowed !== null) return [narrowed];
  return splits ? split(plain, width) : null;
}

// Prose gets the room that the other columns leave.
function withProse(others: readonly TableColumn[], prose: TableColumn, width: number): TableColumn[][] | null {
  const room = width - gridWidth(others) - GAP;
  if (room < LEAST_PROSE_WIDTH || textWidth(prose.header) > room) return null;
  return [[...others, { ...prose, cells: prose.cells.map((text) => wrapText(text, room)) }]];
}

function withBar(others: readonly TableColumn[], bar: TableColumn, width: number): TableColumn[] | null {
  const narrowed = narrow(others, width - GAP - BAR_WIDTH.least);
  if (narrowed === null) return null;
  const room = Math.min(BAR_WIDTH.most, width - gridWidth(narrowed) - GAP);
  return [...narrowed, { ...bar, cells: bar.shares.map((share) => drawBar(share, room)) }];
}

// Words are broken at their blanks, those that have most to give first; null where that is not enough.
function narrow(columns: readonly TableColumn[], width: number): TableColumn[] | null {
  const narrowed = [...columns];
  const spare = (column: TableColumn) => columnWidth(column) - columnWidth(brokenTo(column, 1));
  const words = columns.filter(({ kind }) => kind === 'word').sort((a, b) => spare(b) - spare(a));
  for (const column of words) {
    const excess = gridWidth(narrowed) - width;
    if (excess <= 0) break;
    const room = columnWidth(column) - Math.min(excess, spare(column));
    narrowed[columns.indexOf(column)] = brokenTo(column, room);
  }
  return gridWidth(narrowed) <= width ? narrowed : null;
}

// No word itself is cut: a name that is cut is another name.
function brokenTo(column: TableColumn, width: number): TableColumn {
  const broken = (cell: string) => wrapText(cell, Math.max(width, longestWordWidth(cell)));
  return { ...column, cells: column.cells.map(broken) };
}

// As few grids as possible, filled from the left.
function split(columns: readonly TableColumn[], width: number): TableColumn[][] | null {
  const [first, ...others] = columns;
  if (first === undefined || others.some((column) => gridWidth([first, column]) > width)) return null;
  const grids: TableColumn[][] = [];
  for (const column of others) {
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

// The rows of one scenario as a table that never exceeds the page. In order of preference: one table with as many extra
// columns as fit; two tables, who won above where the time went; and on a very narrow page one short list for each row.

import type { Row } from '../../model/report.ts';
import { ROW_COLUMNS, type RowColumn, verdictWord } from '../columns.ts';
import { wrapText } from '../text-width.ts';
import { type TimeScale, timeScale } from '../units.ts';
import { drawGrid, GAP, type GridColumn, gridColumnWidth, gridWidth } from './grid.ts';
import { paint, type Tone } from './paint.ts';

const TONES: Record<ReturnType<typeof verdictWord>, Tone | null> = {
  faster: 'good',
  slower: 'bad',
  failed: 'bad',
  withheld: 'bad',
  undecided: 'doubt',
  equivalent: null,
  reference: null,
  skipped: 'quiet',
  noise: 'quiet',
};

/** Draws the rows; ends with a newline. */
export function rowTable(rows: readonly Row[], columns: number, color: boolean): string {
  const scale = timeScale(rows.map((row) => row.medianMs));
  const draw = (column: RowColumn): GridColumn => toGridColumn(column, rows, scale, color);
  const all = ROW_COLUMNS.map((column) => ({ part: column.part, id: column.id, grid: draw(column) }));
  const needed = all.filter(({ part }) => part !== 'extra');
  const width = gridWidth(needed.map(({ grid }) => grid));
  if (width <= columns) {
    let room = columns - width;
    const fits = all.filter(({ part, grid }) => {
      const cost = gridColumnWidth(grid) + GAP;
      if (part !== 'extra') return true;
      if (cost > room) return false;
      room -= cost;
      return true;
    });
    return drawGrid(fits.map(({ grid }) => grid));
  }
  const result = all.filter(({ part }) => part === 'result').map(({ grid }) => grid);
  const detail = all.filter(({ part, id }) => part === 'detail' || id === 'strategy').map(({ grid }) => grid);
  if (gridWidth(result) <= columns && gridWidth(detail) <= columns) return `${drawGrid(result)}\n${drawGrid(detail)}`;
  return rowList(rows, scale, columns);
}

function toGridColumn(column: RowColumn, rows: readonly Row[], scale: TimeScale, color: boolean): GridColumn {
  const tone = (row: Row) => (column.id === 'verdict' ? TONES[verdictWord(row)] : null);
  return {
    header: column.label(scale).join('\n'),
    align: column.align,
    cells: rows.map((row) => paint(column.cell(row, scale), tone(row), color)),
  };
}

function rowList(rows: readonly Row[], scale: TimeScale, columns: number): string {
  const [first, ...others] = ROW_COLUMNS.filter(({ part }) => part !== 'extra');
  const lines = rows.flatMap((row) => [
    wrapText(first?.cell(row, scale) ?? '', columns),
    ...others.map((column) =>
      wrapText(`  ${column.label(scale).join(' ')}: ${column.cell(row, scale)}`, columns, '    '),
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

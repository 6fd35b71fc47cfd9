// The rows of one scenario as a table that never exceeds the page. Where everything fits it is one table, with as many
// extra columns as there is room for; otherwise tables stand below each other, who won above where the time went, each
// opening with the strategy; and on a page too narrow even for two columns every row becomes a short list.

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

interface DrawnColumn {
  readonly part: RowColumn['part'];
  readonly grid: GridColumn;
}

/** Draws the rows; ends with a newline. */
export function rowTable(rows: readonly Row[], columns: number, color: boolean): string {
  const scale = timeScale(rows.map((row) => row.medianMs));
  const [name, ...others] = ROW_COLUMNS.map((column) => drawColumn(column, rows, scale, color));
  if (name === undefined || others.some(({ grid }) => gridWidth([name.grid, grid]) > columns)) {
    return rowList(rows, scale, columns);
  }
  const needed = others.filter(({ part }) => part !== 'extra');
  const width = gridWidth([name, ...needed].map(({ grid }) => grid));
  if (width <= columns) return drawGrid([name, ...withExtras(others, columns - width)].map(({ grid }) => grid));
  const tables = (['result', 'detail'] as const).flatMap((part) =>
    packColumns(
      name,
      needed.filter((column) => column.part === part),
      columns,
    ),
  );
  return tables.map(drawGrid).join('\n');
}

function drawColumn(column: RowColumn, rows: readonly Row[], scale: TimeScale, color: boolean): DrawnColumn {
  const tone = (row: Row) => (column.id === 'verdict' ? TONES[verdictWord(row)] : null);
  const cells = rows.map((row) => paint(column.cell(row, scale), tone(row), color));
  return { part: column.part, grid: { header: column.label(scale).join('\n'), align: column.align, cells } };
}

// Extra columns in their order, as long as there is room.
function withExtras(drawn: readonly DrawnColumn[], freeColumns: number): DrawnColumn[] {
  let room = freeColumns;
  return drawn.filter(({ part, grid }) => {
    if (part !== 'extra') return true;
    const cost = gridColumnWidth(grid) + GAP;
    if (cost > room) return false;
    room -= cost;
    return true;
  });
}

// As few tables as possible, filled from the left.
function packColumns(name: DrawnColumn, drawn: readonly DrawnColumn[], columns: number): GridColumn[][] {
  const tables: GridColumn[][] = [];
  for (const { grid } of drawn) {
    const last = tables.at(-1);
    if (last !== undefined && gridWidth([...last, grid]) <= columns) last.push(grid);
    else tables.push([name.grid, grid]);
  }
  return tables;
}

function rowList(rows: readonly Row[], scale: TimeScale, columns: number): string {
  const [name, ...others] = ROW_COLUMNS.filter(({ part }) => part !== 'extra');
  const lines = rows.flatMap((row) => [
    wrapText(name?.cell(row, scale) ?? '', columns),
    ...others.map((column) => wrapText(`- ${column.title(scale)}: ${column.cell(row, scale)}`, columns, '  ')),
  ]);
  return `${lines.join('\n')}\n`;
}

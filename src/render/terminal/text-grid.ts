// A grid whose last column is prose, wrapped into the room that the other columns leave. On a page too narrow for that,
// each row becomes a paragraph.

import { textWidth, wrapText } from '../text-width.ts';
import { drawGrid, GAP, type GridColumn, gridWidth } from './grid.ts';

const LEAST_PROSE_COLUMNS = 18;

/** Draws `fixed` and then the prose; ends with a newline. */
export function drawTextGrid(fixed: readonly GridColumn[], prose: Omit<GridColumn, 'align'>, columns: number): string {
  const room = columns - gridWidth(fixed) - GAP;
  if (room < LEAST_PROSE_COLUMNS || textWidth(prose.header) > room) return paragraphs(fixed, prose, columns);
  const cells = prose.cells.map((text) => wrapText(text, room));
  return drawGrid([...fixed, { header: prose.header, align: 'left', cells }]);
}

function paragraphs(fixed: readonly GridColumn[], prose: Omit<GridColumn, 'align'>, columns: number): string {
  const lines = prose.cells.map((text, row) => {
    const cells = fixed.map((column) => column.cells[row] ?? '').filter((cell) => cell !== '');
    return wrapText(`${cells.join(', ')}: ${text}`, columns, '  ');
  });
  return `${lines.join('\n')}\n`;
}

// Two versions on the terminal: the verdicts first, then what could not be compared and why.

import type { ComparedCell, Comparison, VersionVerdict } from '../../model/comparison.ts';
import { headline, sideText, unmatchedTexts } from '../comparison-words.ts';
import type { RenderOptions } from '../renderer.ts';
import { plainText, wrapText } from '../text-width.ts';
import { formatInterval, formatRatio, formatTime, timeScale } from '../units.ts';
import { drawGrid, type GridColumn, gridWidth } from './grid.ts';
import { paint, type Tone } from './paint.ts';
import { warningLines } from './warning-lines.ts';

const TONES: Record<VersionVerdict, Tone | null> = {
  regressed: 'bad',
  improved: 'good',
  equivalent: null,
  inconclusive: 'doubt',
};

const CHANGE_LEGEND =
  'change: head over base, so above 1 is slower; the interval is meant to hold the true value in 95 of 100 runs.';

/** Draws a comparison for a terminal of `columns` characters. */
export function comparisonText(comparison: Comparison, { columns, color }: RenderOptions): string {
  const parts = [
    paint(wrapText(headline(comparison), columns), 'strong', color),
    '',
    wrapText(`base: ${sideText(comparison.base)}`, columns, '  '),
    wrapText(`head: ${sideText(comparison.head)}`, columns, '  '),
    ...(comparison.cells.length === 0 ? [] : ['', cellTable(comparison.cells, columns, color).trimEnd()]),
    '',
    ...(comparison.cells.length === 0 ? [] : [wrapText(CHANGE_LEGEND, columns)]),
    ...unmatchedTexts(comparison).map((text) => wrapText(text, columns, '  ')),
    ...warningLines(comparison.warnings, columns, color),
  ];
  return `${parts.join('\n')}\n`;
}

function cellTable(cells: readonly ComparedCell[], columns: number, color: boolean): string {
  const scale = timeScale(cells.flatMap(({ baseMs, headMs }) => [baseMs, headMs]));
  const column = (header: string, align: GridColumn['align'], text: (cell: ComparedCell) => string): GridColumn => ({
    header,
    align,
    cells: cells.map(text),
  });
  const grid = [
    column('verdict', 'left', ({ verdict }) => paint(verdict, TONES[verdict], color)),
    column('scenario', 'left', ({ key }) => plainText(key.scenarioId)),
    column('strategy', 'left', cellName),
    column('change\n×', 'right', ({ change }) => formatRatio(change.ratio)),
    column('95 %\ninterval', 'right', ({ change }) => formatInterval(change)),
    column(`base\n${scale.unit}`, 'right', ({ baseMs }) => formatTime(baseMs, scale)),
    column(`head\n${scale.unit}`, 'right', ({ headMs }) => formatTime(headMs, scale)),
  ];
  if (gridWidth(grid) <= columns) return drawGrid(grid);
  return cells
    .map((cell) => {
      const times = `${formatTime(cell.baseMs, scale)} → ${formatTime(cell.headMs, scale)} ${scale.unit}`;
      const change = `${formatRatio(cell.change.ratio)}× (${formatInterval(cell.change)})`;
      return wrapText(`${cell.verdict}: ${cell.key.scenarioId}, ${cellName(cell)}: ${change}, ${times}`, columns, '  ');
    })
    .join('\n');
}

const cellName = ({ name }: ComparedCell) => plainText(name);

// What one pastes into a pull request: the verdict first, the ratio and its interval second, milliseconds last.

import type { ComparedCell, Comparison } from '../../model/comparison.ts';
import { headline, sideText, unmatchedTexts } from '../comparison-words.ts';
import { formatInterval, formatRatio, formatTime, timeScale } from '../units.ts';
import { escapeMarkdown, markdownTable } from './markdown-table.ts';
import { warningList } from './warning-list.ts';

/** Draws a comparison as Markdown. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { base, head, cells, warnings } = comparison;
  const notCompared = unmatchedTexts(comparison).map((text) => `- ${escapeMarkdown(text)}`);
  const parts = [
    `**overlap-bench:** ${escapeMarkdown(headline(comparison))}`,
    cells.length === 0 ? '' : cellTable(cells),
    cells.length === 0 ? '' : 'Change is head over base: above 1 is slower. The interval is the 95 % one.',
    notCompared.length === 0 ? '' : notCompared.join('\n'),
    ...warningList(warnings),
    `- base: ${escapeMarkdown(sideText(base))}\n- head: ${escapeMarkdown(sideText(head))}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function cellTable(cells: readonly ComparedCell[]): string {
  const scale = timeScale(cells.flatMap(({ baseMs, headMs }) => [baseMs, headMs]));
  const column = (header: string, align: 'left' | 'right', text: (cell: ComparedCell) => string) => ({
    header,
    align,
    cells: cells.map(text),
  });
  return markdownTable([
    column('verdict', 'left', ({ verdict }) => verdict),
    column('scenario', 'left', ({ key }) => key.scenarioId),
    column('strategy', 'left', ({ name }) => name),
    column('change ×', 'right', ({ change }) => formatRatio(change.ratio)),
    column('95 % interval', 'right', ({ change }) => formatInterval(change)),
    column(`base ${scale.unit}`, 'right', ({ baseMs }) => formatTime(baseMs, scale)),
    column(`head ${scale.unit}`, 'right', ({ headMs }) => formatTime(headMs, scale)),
  ]);
}

// Two versions: the verdicts first, then what could not be compared and why, and the two runs themselves.

import type { ComparedCell, Comparison, VersionVerdict } from '../../model/comparison.ts';
import { formatInterval, formatRatio, formatTime, timeScale } from '../units.ts';
import { headline, sideText, unmatchedCells } from './comparison-words.ts';
import { type Block, facts, type Page, type Tone, table, text, warnings } from './page.ts';

const TONES: Record<VersionVerdict, Tone | null> = {
  regressed: 'bad',
  improved: 'good',
  'within margin': null,
  inconclusive: 'doubt',
};

/** A comparison as a page. */
export function comparisonPage(comparison: Comparison): Page {
  const { base, head, cells } = comparison;
  return {
    title: headline(comparison),
    outcome: [],
    body: [
      ...(cells.length === 0 ? [] : cellTable(cells)),
      ...facts(unmatchedCells(comparison)),
      ...warnings(comparison.warnings),
      ...facts([
        { label: 'base', value: sideText(base) },
        { label: 'head', value: sideText(head) },
      ]),
    ],
  };
}

function cellTable(cells: readonly ComparedCell[]): Block[] {
  const scale = timeScale(cells.flatMap(({ baseMs, headMs }) => [baseMs, headMs]));
  return [
    table(cells, [
      { header: 'verdict', kind: 'word', cell: ({ verdict }) => verdict, tone: ({ verdict }) => TONES[verdict] },
      { header: 'scenario', kind: 'word', cell: ({ key }) => key.scenarioId },
      { header: 'strategy', kind: 'word', cell: ({ name }) => name },
      { header: 'change', unit: '×', kind: 'figure', cell: ({ change }) => formatRatio(change.ratio) },
      { header: '95 %\ninterval', kind: 'figure', cell: ({ change }) => formatInterval(change) },
      { header: 'base', unit: scale.unit, kind: 'figure', cell: ({ baseMs }) => formatTime(baseMs, scale) },
      { header: 'head', unit: scale.unit, kind: 'figure', cell: ({ headMs }) => formatTime(headMs, scale) },
    ]),
    ...text(
      'head over base, so above 1 is slower; the interval is meant to hold the true value in 95 of 100 runs.',
      'change',
    ),
  ];
}

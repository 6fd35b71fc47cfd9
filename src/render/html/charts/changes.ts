// What two versions differ by, cell by cell, beside the margin from which on a change counts.

import type { ComparedCell, Comparison, VersionVerdict } from '../../../model/report/comparison.ts';
import { type Tone, table } from '../../page/page.ts';
import { formatChange, formatChangeInterval, formatChosenShare } from '../../units.ts';
import type { Markup } from '../markup.ts';
import { figure } from './figure.ts';
import { forestRows } from './forest.ts';

/** More rows than anybody scrolls through; the tables of the page have them all. */
const MOST_CELLS = 60;

const TONES: Record<VersionVerdict, Tone | null> = {
  regressed: 'bad',
  improved: 'good',
  'within margin': null,
  inconclusive: 'doubt',
};

/** The figure; nothing where no cell was compared. */
export function changesFigure({ cells, marginRatio, complete }: Comparison): Markup[] {
  const drawn = cells.filter(({ change }) => change.ratio > 0).slice(0, MOST_CELLS);
  if (drawn.length === 0) return [];
  const rows = drawn.map((cell) => ({
    name: nameOf(cell),
    interval: cell.change,
    tone: complete ? TONES[cell.verdict] : null,
    limit: null,
    words: `${formatChange(cell.change.ratio)} % (${formatChangeInterval(cell.change)})`,
  }));
  const caption = [
    'Right of 1 is slower. A line is the interval by which a verdict is decided, or not;',
    `within the grey band, ±${formatChosenShare(marginRatio)}, a change does not count.`,
    ...(drawn.length < cells.length ? [`${drawn.length} of ${cells.length} cells are drawn.`] : []),
  ].join(' ');
  const figures = table(drawn, [
    { header: 'cell', kind: 'word', cell: nameOf },
    { header: 'change %', kind: 'figure', cell: ({ change }) => formatChange(change.ratio) },
    { header: 'interval %', kind: 'figure', cell: ({ change }) => formatChangeInterval(change) },
    ...(complete ? [{ header: 'verdict', kind: 'word' as const, cell: ({ verdict }: ComparedCell) => verdict }] : []),
  ]);
  const band = { low: 1 / (1 + marginRatio), high: 1 + marginRatio };
  return [
    figure({
      title: 'Time of head over base',
      caption,
      rows: forestRows({ rows, band, unit: '×' }),
      legend: null,
      table: figures,
    }),
  ];
}

const nameOf = ({ key, name }: ComparedCell) => `${key.scenarioId}, ${name}`;

// How many times as fast as the reference each row is, beside what noise does and how fast its schedule could be at most.

import type { Row, ScenarioReport } from '../../../model/report/report.ts';
import { referenceName } from '../../page/names.ts';
import { type Tone, table } from '../../page/page.ts';
import { verdictWord } from '../../row-columns.ts';
import { BLANK, formatInterval, formatRatio } from '../../units.ts';
import type { Markup } from '../markup.ts';
import { figure } from './figure.ts';
import { type ForestRow, forestRows } from './forest.ts';

const TONES: Partial<Record<ReturnType<typeof verdictWord>, Tone>> = {
  faster: 'good',
  slower: 'bad',
  undecided: 'doubt',
  noise: 'quiet',
};

/** The figure; nothing where no row has a speed-up. */
export function speedupFigure(scenario: ScenarioReport): Markup[] {
  const { rows, noiseFloorRatio: noise } = scenario;
  const referenceMs = rows.find(({ verdict }) => verdict === 'reference')?.medianMs ?? null;
  const told = rows.filter(({ speedup }) => speedup !== null);
  if (told.length === 0) return [];
  const drawn = told.flatMap((row) => forestRow(row, mostSpeedup(row, referenceMs)));
  const band = noise === null ? null : { low: 1 / (1 + noise), high: 1 + noise };
  const name = referenceName(scenario);
  const caption = [
    'Right of 1 is faster. A line is the interval by which the verdict was decided.',
    ...(band === null ? [] : ['Within the grey band two copies of the same code differ in this run.']),
    ...(drawn.some(({ limit }) => limit !== null)
      ? ['A dashed mark is the most that a schedule allows: its floor.']
      : []),
  ].join(' ');
  const figures = table(told, [
    { header: 'strategy', kind: 'word', cell: (row) => row.name },
    { header: 'speed-up ×', kind: 'figure', cell: ({ speedup }) => (speedup ? formatRatio(speedup.ratio) : BLANK) },
    { header: 'interval', kind: 'figure', cell: ({ speedup }) => (speedup ? formatInterval(speedup) : BLANK) },
    { header: 'at most ×', kind: 'figure', cell: (row) => ratioOrBlank(mostSpeedup(row, referenceMs)) },
    { header: 'verdict', kind: 'word', cell: verdictWord },
  ]);
  return [
    figure({
      title: `Speed-up over ${name}`,
      caption,
      rows: forestRows({ rows: drawn, band, unit: '×' }),
      legend: null,
      table: figures,
    }),
  ];
}

function forestRow(row: Row, limit: number | null): ForestRow[] {
  const { name, speedup } = row;
  if (speedup === null) return [];
  const words = `${formatRatio(speedup.ratio)} (${formatInterval(speedup)})`;
  return [{ name, interval: speedup, tone: toneOf(row), limit, words }];
}

/** What its verdict is for the reader. */
export function toneOf(row: Row): Tone | null {
  return TONES[verdictWord(row)] ?? null;
}

/** The reference's time over the row's floor. */
function mostSpeedup({ floorMs, placebo }: Row, referenceMs: number | null): number | null {
  if (placebo || referenceMs === null || floorMs === null) return null;
  return floorMs > 0 && referenceMs > 0 ? referenceMs / floorMs : null;
}

const ratioOrBlank = (ratio: number | null) => (ratio === null ? BLANK : formatRatio(ratio));

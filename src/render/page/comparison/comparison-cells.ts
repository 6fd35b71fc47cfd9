// The cells of a comparison as tables: what changed, with its times; then everything else, with the slow-down that would
// have been found. Of many cells those within the margin are folded away, since nobody has to act on them.

import type { ComparedCell, VersionVerdict } from '../../../model/report/comparison.ts';
import { shortReason } from '../../text-width.ts';
import {
  BLANK,
  formatChange,
  formatChangeInterval,
  formatChosenShare,
  formatCount,
  formatTime,
  timeScale,
} from '../../units.ts';
import {
  type Block,
  type ColumnOf,
  details,
  type Facts,
  facts,
  heading,
  type Table,
  type Tone,
  table,
  text,
} from '../page.ts';

const TONES: Record<VersionVerdict, Tone | null> = {
  regressed: 'bad',
  improved: 'good',
  'within margin': null,
  inconclusive: 'doubt',
};

/** More rows than a screen has room for, and those that say least are folded away. */
const MOST_ROWS = 16;

const hasChanged = ({ verdict }: ComparedCell) => verdict === 'regressed' || verdict === 'improved';

/** Cells that regressed or improved, equally loud; nothing where none did. */
export function changedCells(cells: readonly ComparedCell[]): Table[] {
  const changed = cells.filter(hasChanged);
  return changed.length === 0
    ? []
    : [table(changed, [VERDICT, ...NAMES, ...changeColumns(changed), ...times(changed)])];
}

/** All other cells, and why some of them are inconclusive. */
export function otherCells(cells: readonly ComparedCell[]): Block[] {
  const others = cells.filter((cell) => !hasChanged(cell));
  const quiet = others.filter(({ verdict }) => verdict === 'within margin');
  const isFolded = others.length > MOST_ROWS && quiet.length > 0;
  const shown = isFolded ? others.filter((cell) => !quiet.includes(cell)) : others;
  return [...restTable(shown, [VERDICT, ...NAMES]), ...facts(reasons(others)), ...(isFolded ? folded(quiet) : [])];
}

/** Cells of a comparison that was interrupted: what was measured, and no verdict. */
export function unjudgedCells(cells: readonly ComparedCell[]): Table[] {
  return cells.length === 0 ? [] : [table(cells, [...NAMES, ...changeColumns(cells), ...times(cells)])];
}

function folded(quiet: readonly ComparedCell[]): Block[] {
  const scenarios = [...Map.groupBy(quiet, ({ key }) => key.scenarioId)];
  const counts = scenarios.map(([id, { length }]) => `${id} (${length})`);
  return [
    ...text(`${counts.join(', ')}.`, `${formatCount(quiet.length, 'cell')} within margin`),
    ...details('Cells within margin', [heading('Cells within margin'), ...restTable(quiet, NAMES)]),
  ];
}

function restTable(cells: readonly ComparedCell[], first: readonly ColumnOf<ComparedCell>[]): Table[] {
  if (cells.length === 0) return [];
  const sees = cells.some(({ detectableRatio }) => detectableRatio !== null) ? [SEES] : [];
  return [table(cells, [...first, ...changeColumns(cells), ...sees, ...(sees.length === 0 ? times(cells) : [])])];
}

/** Cells that are inconclusive, one sentence for all that share the reason. */
function reasons(cells: readonly ComparedCell[]): Facts['facts'] {
  const told = cells.filter(({ verdict, reason }) => verdict === 'inconclusive' && reason !== null);
  return [...Map.groupBy(told, ({ reason }) => reason ?? '')].map(([reason, same]) => {
    const isAll = same.length === told.length && same.length > 1;
    const label = isAll ? `all ${same.length} inconclusive cells` : `inconclusive, ${namesOf(same)}`;
    return { label, value: shortReason(reason) };
  });
}

/** Cells by scenario: `download-pages, gather, pool w2; count-primes, gather`. */
export function namesOf(cells: readonly Pick<ComparedCell, 'key' | 'name'>[]): string {
  const scenarios = [...Map.groupBy(cells, ({ key }) => key.scenarioId)];
  return scenarios.map(([id, same]) => [id, ...same.map(({ name }) => name)].join(', ')).join('; ');
}

const VERDICT: ColumnOf<ComparedCell> = {
  header: 'verdict',
  kind: 'word',
  cell: ({ verdict }) => verdict,
  tone: ({ verdict }) => TONES[verdict],
};

const NAMES: readonly ColumnOf<ComparedCell>[] = [
  { header: 'scenario', kind: 'word', cell: ({ key }) => key.scenarioId },
  { header: 'strategy', kind: 'word', cell: ({ name }) => name },
];

const SEES: ColumnOf<ComparedCell> = {
  header: 'sees',
  unit: '%',
  kind: 'figure',
  cell: ({ detectableRatio }) => (detectableRatio === null ? BLANK : formatChange(detectableRatio)),
};

function changeColumns(cells: readonly ComparedCell[]): ColumnOf<ComparedCell>[] {
  return [
    { header: 'change', unit: '%', kind: 'figure', cell: ({ change }) => formatChange(change.ratio) },
    {
      header: `${levelWords(cells)}\ninterval`,
      kind: 'figure',
      cell: ({ change }) => formatChangeInterval(change),
    },
  ];
}

/** The confidence of the intervals, `95 %` or from the least to the most. */
function levelWords(cells: readonly ComparedCell[]): string {
  const levels = cells.map(({ levelRatio }) => levelRatio);
  const [least, most] = [Math.min(...levels), Math.max(...levels)].map(formatChosenShare);
  return least === most ? `${least}` : `${least?.replace(' %', '')}–${most}`;
}

function times(cells: readonly ComparedCell[]): ColumnOf<ComparedCell>[] {
  const scale = timeScale(cells.flatMap(({ baseMs, headMs }) => [baseMs, headMs]));
  return [
    { header: 'base', unit: scale.unit, kind: 'figure', cell: ({ baseMs }) => formatTime(baseMs, scale) },
    { header: 'head', unit: scale.unit, kind: 'figure', cell: ({ headMs }) => formatTime(headMs, scale) },
  ];
}

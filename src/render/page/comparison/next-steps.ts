// What to type next: how to look at a cell that fails, and how to measure again only what changed.

import type { ComparedCell, Comparison, UnmatchedCell } from '../../../model/report/comparison.ts';
import { type Text, text } from '../page.ts';

type Named = Pick<ComparedCell | UnmatchedCell, 'key' | 'file'>;

/** Sentences with commands; nothing where nothing is to be done, or nothing is to be believed. */
export function nextSteps({ tier, cells, unmatched }: Comparison): Text[] {
  const broken = unmatched.filter(({ news }) => news === 'broken');
  // A gate measures files: what comes with the suite is no code of the two versions.
  const regressed = cells.filter(
    ({ verdict, file }) => verdict === 'regressed' && (tier !== 'stored' || file !== null),
  );
  return [
    ...(broken.length === 0 ? [] : text(`look at it with \`overlap run ${choice(broken)}\` in head.`, 'next')),
    ...(regressed.length === 0 ? [] : text(AGAIN[tier](choice(regressed)), 'next')),
  ];
}

const AGAIN: Record<Comparison['tier'], (choice: string) => string> = {
  'side by side': (choice) =>
    `measure only what regressed again, with the same flags and \`${choice}\`: a change that is real comes again.`,
  stored: (choice) =>
    `\`overlap gate ${choice} --base REF\` measures both versions in turn, which sees smaller changes.`,
};

/** Words for a command line that stand for these cells, and for as few others as it can say. */
function choice(cells: readonly Named[]): string {
  const scenarios = new Set(cells.map(({ file, key }) => word(file ?? key.scenarioId)));
  const strategies = [...new Set(cells.map(({ key }) => key.strategyId))];
  // A scenario that could not be loaded stands there under no strategy.
  const flag = strategies.includes('') ? [] : ['--strategy', strategies.join(',')];
  return [...scenarios, ...flag].join(' ');
}

const word = (name: string) => (/^[\w./@+-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`);

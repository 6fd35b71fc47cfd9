// The first line of a comparison, which is what most people read: whether it is to be believed, the worst news, the counts.

import type { Comparison, UnmatchedNews, VersionVerdict } from '../../../model/report/comparison.ts';
import { formatChosenShare, formatCount } from '../../units.ts';

const ORDER: readonly VersionVerdict[] = ['regressed', 'improved', 'inconclusive', 'within margin'];

/** True where verdicts may be acted on: it ran to its end, and its self-test did not fail. */
export function isBelievable({ complete, selfTest }: Pick<Comparison, 'complete' | 'selfTest'>): boolean {
  return complete && selfTest?.passed !== false;
}

/** True where a cell without a verdict fails the command: it was asked for, or there is nothing else. */
export function openCellsFail({ cells }: Pick<Comparison, 'cells'>, strict: boolean): boolean {
  return strict || cells.length === 0;
}

/** The outcome in one line: worst news first. */
export function headline(comparison: Comparison): string {
  const parts = [
    ...(comparison.complete ? [] : ['Interrupted, so no verdict is given.']),
    ...(comparison.selfTest?.passed === false ? ['Not to be believed: the self-test failed.'] : []),
    ...loud(comparison, 'broken', 'FAILED in head'),
    ...loud(comparison, 'outputs changed', 'CHANGED OUTPUTS'),
    ...outcome(comparison),
  ];
  return parts.join(' ');
}

function loud({ unmatched }: Comparison, news: UnmatchedNews, words: string): string[] {
  const count = unmatched.filter((cell) => cell.news === news).length;
  return count === 0 ? [] : [`${formatCount(count, 'cell')} ${words}.`];
}

function outcome(comparison: Comparison): string[] {
  const { cells, unmatched, comparable, complete } = comparison;
  if (!comparable) return ['Not comparable: the two runs come from different machines, so no verdict is given.'];
  if (!complete) return cells.length === 0 ? [] : [`${formatCount(cells.length, 'cell')} measured by then.`];
  if (cells.length === 0) {
    return unmatched.length === 0
      ? [`Nothing to compare: ${NOTHING[comparison.tier]}`]
      : ['No cell has numbers on both sides with the same settings; see below.'];
  }
  const missing = unmatched.filter(({ news }) => news !== 'broken' && news !== 'outputs changed').length;
  return [counts(comparison), ...(missing === 0 ? [] : [`${formatCount(missing, 'cell')} not compared.`])];
}

const NOTHING: Record<Comparison['tier'], string> = {
  'side by side': 'neither version has a cell that was run.',
  stored: 'neither document holds a cell that was run.',
};

function counts({ cells, marginRatio, history }: Comparison): string {
  const all = formatCount(cells.length, 'cell');
  if (cells.every(({ verdict }) => verdict === 'inconclusive')) {
    const whole = `Nothing decided: ${cells.length === 1 ? 'the one cell is' : `all ${all} are`} inconclusive`;
    if (history === null || history.likeCount >= history.neededCount) return `${whole}.`;
    return `${whole}. A verdict needs ${formatCount(history.neededCount, 'past run')} like this one; there ${history.likeCount === 1 ? 'is' : 'are'} ${history.likeCount}.`;
  }
  const words = ORDER.flatMap((verdict) => {
    const count = cells.filter((cell) => cell.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return `${words.join(', ')} of ${all} (a change counts beyond ${formatChosenShare(marginRatio)}).`;
}

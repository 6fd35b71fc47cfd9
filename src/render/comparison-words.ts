// The words that every form of a comparison shares.

import type { Comparison, VersionVerdict } from '../model/comparison.ts';
import { formatCount, formatShare } from './units.ts';

const ORDER: readonly VersionVerdict[] = ['regressed', 'improved', 'inconclusive', 'equivalent'];

/** The outcome in one line: worst news first. */
export function headline(comparison: Comparison): string {
  if (!comparison.comparable)
    return 'Not comparable: the two runs come from different machines, so no verdict is given.';
  if (comparison.cells.length === 0) return 'Nothing to compare: no cell is in both documents with the same settings.';
  const counts = ORDER.map((verdict) => ({
    verdict,
    count: comparison.cells.filter((cell) => cell.verdict === verdict).length,
  }));
  const words = counts.filter(({ count }) => count > 0).map(({ verdict, count }) => `${count} ${verdict}`);
  const margin = `a change counts beyond ${formatShare(comparison.marginRatio)}`;
  return `${words.join(', ')} of ${formatCount(comparison.cells.length, 'cell')} (${margin}).`;
}

/** One side: when, which commit, where. */
export function sideText({ createdAt, commit, machine }: Comparison['base']): string {
  return `${createdAt}, ${commit === null ? 'no commit' : `commit ${commit.slice(0, 12)}`}, ${machine}`;
}

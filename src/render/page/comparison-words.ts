// A comparison in words: its first line, which is what most people read, and what could not be compared.

import type { Comparison, VersionVerdict } from '../../model/comparison.ts';
import { shortReason } from '../text-width.ts';
import { formatChosenShare, formatCount } from '../units.ts';
import type { Facts } from './page.ts';

const ORDER: readonly VersionVerdict[] = ['regressed', 'improved', 'inconclusive', 'within margin'];

/** The outcome in one line: worst news first. */
export function headline(comparison: Comparison): string {
  const broken = comparison.unmatched.filter(({ news }) => news === 'broken').length;
  const loud = broken === 0 ? '' : `${formatCount(broken, 'cell')} FAILED in head. `;
  return loud + outcome(comparison);
}

function outcome(comparison: Comparison): string {
  if (!comparison.comparable)
    return 'Not comparable: the two runs come from different machines, so no verdict is given.';
  if (comparison.cells.length === 0) {
    if (comparison.unmatched.length === 0) return 'Nothing to compare: neither document holds a cell that was run.';
    return 'No cell has numbers on both sides with the same settings; see below.';
  }
  const counts = ORDER.map((verdict) => ({
    verdict,
    count: comparison.cells.filter((cell) => cell.verdict === verdict).length,
  }));
  const words = counts.filter(({ count }) => count > 0).map(({ verdict, count }) => `${count} ${verdict}`);
  const margin = `a change counts beyond ${formatChosenShare(comparison.marginRatio)}`;
  const missing = comparison.unmatched.filter(({ news }) => news !== 'broken').length;
  const left = missing === 0 ? '' : ` ${formatCount(missing, 'cell')} not compared.`;
  return `${words.join(', ')} of ${formatCount(comparison.cells.length, 'cell')} (${margin}).${left}`;
}

/** What could not be compared, one sentence for all strategies of a scenario that share the reason. */
export function unmatchedCells({ unmatched }: Comparison): Facts['facts'] {
  const groups = Map.groupBy(unmatched, ({ key, news, reason }) => `${key.scenarioId}\n${news}\n${reason}`);
  return [...groups.values()].map((cells) => ({
    label: cells[0]?.news === 'broken' ? 'FAILED in head' : 'not compared',
    value: `${cells[0]?.key.scenarioId}, ${cells.map(({ name }) => name).join(', ')}: ${shortReason(cells[0]?.reason ?? '')}`,
  }));
}

/** One side: when, which commit, where. */
export function sideText({ createdAt, commit, machine }: Comparison['base']): string {
  return `${createdAt}, ${commit === null ? 'no commit' : `commit ${commit.slice(0, 12)}`}, ${machine}`;
}

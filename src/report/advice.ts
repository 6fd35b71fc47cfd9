// Which strategy to reach for, in a few words.

import { armName } from './arm.ts';
import type { Story } from './why/story.ts';
import { listing } from './why/words.ts';

const PREFERENCE = ['sequential', 'gather', 'settled', 'bounded', 'batches', 'pool', 'pool-chunked'];

/** A few words for the summary table. */
export function adviceFor({ reference, winner, contenders, boundBy }: Story): string {
  if (reference === null)
    return `no advice: ${contenders.length === 0 ? 'nothing was measured' : 'the reference has no numbers'}`;
  if (winner === reference) return `${armName(reference)}: it is the fastest`;
  if (winner !== null) return armName(winner);
  if (contenders.includes(reference)) {
    const simplest = `${armName(reference)}: nothing is decidedly faster`;
    return boundBy === 'server CPU' ? `${simplest}; change the server` : simplest;
  }
  const ordered = [...contenders].sort((a, b) => rank(a.cell.strategyId) - rank(b.cell.strategyId));
  return `${listing(ordered.map(armName), 'or')}: too close to call`;
}

function rank(strategyId: string): number {
  const index = PREFERENCE.indexOf(strategyId);
  return index === -1 ? PREFERENCE.length : index;
}

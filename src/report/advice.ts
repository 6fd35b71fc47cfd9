// Which strategy to reach for, in a few words.

import { armName } from './arm.ts';
import type { Story } from './why/story.ts';
import { listing } from './why/words.ts';

const PREFERENCE = ['sequential', 'gather', 'settled', 'bounded', 'batches', 'pool', 'pool-chunked'];

/** A few words for the summary table. */
export function adviceFor({ reference, winner, contenders, trusted, boundBy }: Story): string {
  if (reference === null) {
    return trusted.length === 0 ? 'no advice: no arm has numbers' : 'no advice: the reference has no numbers';
  }
  if (winner === reference) return `${armName(reference)}: it is the fastest`;
  if (winner !== null) return armName(winner);
  if (trusted.every(({ cell }) => cell.strategyId === reference.cell.strategyId))
    return 'no advice: nothing to compare with';
  if (boundBy === 'server CPU') return `${armName(reference)}, and change the server: no schedule is decidedly best`;
  if (contenders.includes(reference)) return `${armName(reference)}: nothing is decidedly faster`;
  if (contenders.length === 1) return 'no advice: too many disturbed rounds';
  const ordered = [...contenders].sort((a, b) => rank(a.cell.strategyId) - rank(b.cell.strategyId));
  return `${listing(ordered.map(armName), 'or')}: too close to call`;
}

function rank(strategyId: string): number {
  const index = PREFERENCE.indexOf(strategyId);
  return index === -1 ? PREFERENCE.length : index;
}

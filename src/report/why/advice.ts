// Which strategy to reach for, in a few words.

import { type Arm, armName } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { isUnmeasurable } from '../warnings/scenario-warnings.ts';
import type { Story } from './story.ts';
import { listing } from './words.ts';

const PREFERENCE = ['sequential', 'gather', 'settled', 'bounded', 'batches', 'pool', 'pool-chunked'];

/** A few words for the summary table. */
export function adviceFor({ data, reference, winner, contenders, trusted, boundBy }: Story): string {
  if (reference === null) {
    return trusted.length === 0 ? 'no advice: no arm has numbers' : 'no advice: the reference has no numbers';
  }
  if (isUnmeasurable(data)) return 'no advice: too many disturbed rounds';
  if (winner === reference) return `${armName(reference)}: it is the fastest`;
  if (winner !== null) return armName(winner) + missingClause(data, trusted);
  if (trusted.every(({ cell }) => cell.strategyId === reference.cell.strategyId))
    return 'no advice: nothing to compare with';
  if (boundBy === 'server CPU') return `${armName(reference)}, and change the server: no schedule is decidedly best`;
  if (contenders.includes(reference)) return `${armName(reference)}: nothing is decidedly faster`;
  const ordered = [...contenders].sort((a, b) => rank(a.cell.strategyId) - rank(b.cell.strategyId));
  return `${listing(ordered.map(armName), 'or')}: too close to call`;
}

// A winner among the arms that are left must not look like a winner among all.
function missingClause({ arms }: ScenarioData, trusted: readonly Arm[]): string {
  const missing = arms.filter(
    (arm) => !arm.cell.placebo && arm.cell.status.state !== 'skipped' && !trusted.includes(arm),
  );
  if (missing.length === 0) return '';
  return `, but ${missing.length} ${missing.length === 1 ? 'arm has' : 'arms have'} no numbers`;
}

function rank(strategyId: string): number {
  const index = PREFERENCE.indexOf(strategyId);
  return index === -1 ? PREFERENCE.length : index;
}

// Which strategy to reach for, in a few words.

import { isSameArm } from '../../model/arm-key.ts';
import { complexityOf } from '../../model/shape.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { isUnmeasurable } from '../arms/unmeasurable.ts';
import type { Story } from './story.ts';
import { listing } from './words.ts';

/** A few words for the summary table. */
export function adviceFor({ data, reference, winner, leaders, trusted, boundBy }: Story): string {
  if (reference === null) {
    return trusted.length === 0 ? 'no advice: no arm has numbers' : 'no advice: the reference has no numbers';
  }
  if (isUnmeasurable(data)) return 'no advice: too many disturbed rounds';
  if (winner === reference) return `${reference.name}: it is the fastest`;
  if (winner !== null) return winner.name + missingClause(data, trusted);
  if (trusted.every(({ cell }) => isSameArm(cell.key, reference.cell.key))) return 'no advice: nothing to compare with';
  if (boundBy === 'server CPU') return `${reference.name}, and change the server: no schedule is decidedly best`;
  if (leaders.includes(reference)) return `${reference.name}: nothing is decidedly faster`;
  const ordered = [...leaders].sort((a, b) => complexity(a) - complexity(b));
  return `${listing(
    ordered.map(({ name }) => name),
    'or',
  )}: too close to call`;
}

// A winner among the arms that are left must not look like a winner among all.
function missingClause({ arms }: ScenarioData, trusted: readonly Arm[]): string {
  const missing = arms.filter(
    (arm) => !arm.cell.placebo && arm.cell.status.state !== 'skipped' && !trusted.includes(arm),
  );
  if (missing.length === 0) return '';
  return `, but ${missing.length} ${missing.length === 1 ? 'arm has' : 'arms have'} no numbers`;
}

// Of ways that are as fast, the simplest comes first; one that this version does not know, last.
function complexity({ shape }: Arm): number {
  return shape === null ? Number.MAX_SAFE_INTEGER : complexityOf(shape);
}

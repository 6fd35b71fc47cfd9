// Who is in front: the arms that no other is decidedly faster than. A difference is decided where the two were held
// against each other, or where their intervals against the reference lie apart. What the table says of a row stands
// above both: an arm decidedly faster than the reference yields only to another such, one that is not decidedly slower
// only to another such. So a sole leader is always decided against the reference, and no row says otherwise.

import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import type { Decision } from './family.ts';

/** What was decided among the arms of one scenario. */
export interface Comparisons {
  readonly reference: Arm | null;
  /** Every other arm against the reference. */
  readonly rows: ReadonlyMap<Arm, Decision>;
  /** The arm with the lowest median; null when there is none. */
  readonly head: Arm | null;
  /** The head against every other arm but the reference: "faster" says that the head is. */
  readonly contest: ReadonlyMap<Arm, Decision>;
}

/** The arms that no other is decidedly faster than; never empty where there are candidates. */
export function leadersAmong(candidates: readonly Arm[], comparisons: Comparisons): Arm[] {
  const standing = unbeaten(candidates, comparisons);
  if (standing.length > 1 || (standing.length === 1 && isProved(standing[0], comparisons))) return standing;
  // Arms that each lost to the next come only from rounds that they did not share: then the table alone speaks.
  return unbeaten(candidates, { ...comparisons, contest: new Map() });
}

function unbeaten(candidates: readonly Arm[], comparisons: Comparisons): Arm[] {
  return candidates.filter((arm) => !candidates.some((other) => isFaster(other, arm, comparisons)));
}

/** True where the arm is decided against the reference, or is the reference, or there is none to be decided against. */
export function isProved(arm: Arm | undefined, { reference, rows }: Comparisons): boolean {
  if (arm === undefined) return false;
  return reference === null || arm === reference || rows.get(arm)?.verdict === 'faster';
}

/** True where the one is decidedly faster than the other. */
export function isFaster(one: Arm, other: Arm, { reference, rows, head, contest }: Comparisons): boolean {
  if (one === other) return false;
  const own = rows.get(one);
  const held = rows.get(other);
  if (other === reference) return own?.verdict === 'faster';
  if (one === reference) return held?.verdict === 'slower';
  if (held?.verdict === 'faster' && own?.verdict !== 'faster') return false;
  if (own?.verdict === 'slower' && held?.verdict !== 'slower') return false;
  return wonContest(one, other, head, contest) || liesAbove(own, held);
}

function wonContest(one: Arm, other: Arm, head: Arm | null, contest: ReadonlyMap<Arm, Decision>): boolean {
  const [met, verdict] = one === head ? [contest.get(other), 'faster'] : [contest.get(one), 'slower'];
  if (met?.verdict !== verdict || (one !== head && other !== head)) return false;
  return matters(met.interval.ratio);
}

function liesAbove(own: Decision | undefined, held: Decision | undefined): boolean {
  if (own === undefined || held === undefined || own.interval.low <= held.interval.high) return false;
  return (own.verdict === 'faster' || held.verdict === 'slower') && matters(own.interval.ratio / held.interval.ratio);
}

// Among arms that are not the reference, a difference too small to matter makes no loser.
function matters(ratio: number): boolean {
  return Math.abs(Math.log(ratio)) > Math.log1p(EQUIVALENCE_RATIO);
}

// Who won. The arm with the lowest median is held against every other arm; it wins only if it is decidedly faster than
// each of them, at 99 % after Holm's correction for looking at several, and by more than differences that do not
// matter. Otherwise there is no winner, only leaders: the arms it did not decidedly beat.

import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import { judgeFamily } from './family.ts';

/** The outcome among the arms whose numbers may be shown. */
export interface Outcome {
  /** The arm with the lowest median; null when no arm has numbers. */
  readonly fastest: Arm | null;
  /** The fastest, if it decidedly is; null otherwise. */
  readonly winner: Arm | null;
  /** The fastest and every arm it did not decidedly beat. */
  readonly leaders: readonly Arm[];
}

/** Decides among arms that may be shown; the placebo is never among them. */
export function decideWinner(arms: readonly Arm[]): Outcome {
  const candidates = arms.filter(({ cell }) => !cell.placebo);
  const [fastest, ...others] = [...candidates].sort((a, b) => a.medianOf('wallMs') - b.medianOf('wallMs'));
  if (fastest === undefined) return { fastest: null, winner: null, leaders: [] };
  const judgements = judgeFamily(others.map((other) => ({ arm: fastest, other })));
  const beaten = others.filter((_, index) => {
    const judgement = judgements[index];
    return judgement?.verdict === 'faster' && judgement.interval99.ratio > 1 + EQUIVALENCE_RATIO;
  });
  const leaders = [fastest, ...others.filter((other) => !beaten.includes(other))];
  return { fastest, winner: leaders.length === 1 && others.length > 0 ? fastest : null, leaders };
}

// What theory says before anything is measured, from shapes alone: how many tasks may wait at once, and how many may compute.
// No factor can exceed the one where work only waits, nor the other where it only computes.

import { numberParameter } from '../model/arm-key.ts';
import type { Ceiling } from '../model/teaching/guess.ts';
import type { GuessableArm } from './guessable.ts';

/** The ceilings of arms with a batch of so many tasks; of those whose shape is known. */
export function ceilingsOf(arms: readonly GuessableArm[], taskCount: number): Ceiling[] {
  return arms.flatMap((arm) => ceilingOf(arm, taskCount));
}

function ceilingOf({ key, name, shape, runs }: GuessableArm, taskCount: number): Ceiling[] {
  if (shape === null || !runs) return [];
  const workers = numberParameter(key, 'threads') ?? 1;
  const slots = numberParameter(key, 'concurrency') ?? taskCount;
  const waiting = shape.waits === 'one' ? 1 : slots;
  return [
    {
      name,
      waitingCount: Math.min(taskCount, shape.waitsOn === 'loop' ? waiting : waiting * workers),
      computingCount: Math.min(taskCount, shape.computesOn === 'loop' ? 1 : workers),
    },
  ];
}

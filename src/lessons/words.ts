// What lessons call their parts, on a terminal and on a page alike.

import type { Lesson, Sight } from '../model/teaching/lesson.ts';

const LETTERS = 'abcdef';

/** How long it takes, and how much of that the machine needs. */
export function timeOf({ minutes, experiment }: Lesson): string {
  return `about ${minutes} min, ${experiment.budgetSeconds} s of measuring`;
}

/** Letter before an answer. */
export function letterOf(index: number): string {
  return `${LETTERS.charAt(index)})`;
}

/** Which row a sight is in. */
export function placeOf({ scenarioId, row }: Sight): string {
  return scenarioId === undefined ? row : `${scenarioId}, ${row}`;
}

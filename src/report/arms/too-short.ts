// Batches so short that what surrounds the measuring weighs as much as the work: reading clocks, one turn of the loop.
// Checks that compare two counts of the same batch then find gaps that are nobody's fault.

import type { Arm } from './arm.ts';

/** A batch below this cannot be judged. */
export const SHORTEST_BATCH_MS = 1;

/** What to aim for instead. */
export const COMFORTABLE_BATCH_MS = 5;

/** True where the arm's median batch cannot be judged. */
export function isTooShort(arm: Arm): boolean {
  return arm.medianOf('wallMs') < SHORTEST_BATCH_MS;
}

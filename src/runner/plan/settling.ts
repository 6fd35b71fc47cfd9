// Whether a batch is run untimed right before the timed one. While other arms have their turns, the threads of a pool fall
// asleep, and the next batch takes up to a few milliseconds longer, in a plain script as here: an eighth of a short batch,
// by which pools would look worse than where they are used all the time. One batch right before takes it away; arms on one
// thread gain nothing by it (study `turns`).

import { type Shape, usesWorkers } from '../../model/shape.ts';

/** What a pause costs is lost in batches that take longer. */
const LONGEST_SHORT_MS = 50;

/** Whether an arm is woken by a batch of its own; `lastWallMs` is what its last one took, null before any. */
export function isSettledFirst(shape: Shape, lastWallMs: number | null): boolean {
  return usesWorkers(shape) && lastWallMs !== null && lastWallMs < LONGEST_SHORT_MS;
}

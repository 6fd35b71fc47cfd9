// Whether a batch is run untimed right before the timed one. While other arms have their turns, the threads of a pool fall
// asleep, and the code, the connections and the caches of work that waits get cold: the next batch takes up to a few
// milliseconds longer, in a plain script as here. Of a short batch that is a tenth, by which it would look worse than where it
// is run all the time. One batch right before takes it away; computing on one thread gains nothing by it (study `turns`). A peer
// with limits of its own remembers what it was just asked: there a batch on the main thread comes after a pause, as it did.

import type { ScenarioKind } from '../../model/scenario.ts';
import { type Shape, usesWorkers } from '../../model/shape.ts';

/** What a pause costs is lost in batches that take longer. */
const LONGEST_SHORT_MS = 50;

/** What matters of the work. */
export interface SettledWork {
  readonly kind: ScenarioKind;
  /** Whether its server is somebody's own, or has limits. */
  readonly serverRemembers: boolean;
}

/** Whether an arm is woken by a batch of its own; `lastWallMs` is what its last one took, null before any. */
export function isSettledFirst(
  shape: Shape,
  { kind, serverRemembers }: SettledWork,
  lastWallMs: number | null,
): boolean {
  const getsCold = usesWorkers(shape) || (kind !== 'cpu' && !serverRemembers);
  return getsCold && lastWallMs !== null && lastWallMs < LONGEST_SHORT_MS;
}

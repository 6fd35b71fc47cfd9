// One task from the start of its batch to its output, cut into stretches by its instants.

import type { Timeline } from '../../model/document/timeline.ts';
import { isOneByOne, knownShape, type RecordedShape } from '../../model/shape.ts';
import { Stretches } from './stretches.ts';
import { type AloneUs, cutWaiting, type OwnThread, type RequestAt } from './waiting-part.ts';

/** What is known of the arm beside the instants. */
export interface Surroundings {
  readonly shape: RecordedShape | null;
  /** A message from a worker back, when nothing else happens, in microseconds. */
  readonly travelUs: number;
}

/** Where no other task is under way on the thread, a way that takes longer than typical is that of this moment. */
const OWN_WAY_RATIO = 4;
const HERE: OwnThread = { computing: 'computing here', longer: 'longer', wayRatio: 1 };
const HERE_ALONE: OwnThread = { ...HERE, wayRatio: OWN_WAY_RATIO };
const IN_WORKER: OwnThread = {
  computing: 'computing in a worker',
  longer: 'longer in a worker',
  wayRatio: OWN_WAY_RATIO,
};

/** What starts all at once, or is handed over at once, is not held back by anything but the thread that starts it. */
function limitsStarts(recorded: RecordedShape | null): boolean {
  const shape = recorded === null ? null : knownShape(recorded);
  return shape === null || (shape.waits !== 'all' && shape.waitsOn === 'loop');
}

function here(recorded: RecordedShape | null): OwnThread {
  const shape = recorded === null ? null : knownShape(recorded);
  return shape !== null && isOneByOne(shape) ? HERE_ALONE : HERE;
}

/** Cuts the task in one row of a timeline. */
export function cutTask(
  { tasks, pool }: Timeline,
  row: number,
  requests: readonly RequestAt[],
  alone: AloneUs,
  { shape, travelUs }: Surroundings,
): Stretches {
  const stretches = new Stretches(0);
  const at = (column: readonly number[]) => column[row] as number;
  const computes = at(tasks.computeToUs) > at(tasks.computeFromUs);
  stretches.until(at(tasks.startedUs), limitsStarts(shape) ? 'held back' : 'longer');
  if (pool === null || at(pool.toUs) === at(pool.fromUs)) {
    cutWaiting(stretches, at(tasks.waitedUs), requests, alone, here(shape));
    if (computes) stretches.until(at(tasks.computeFromUs), 'longer');
    if (computes) stretches.until(at(tasks.computeToUs), 'computing here');
    stretches.until(at(tasks.endedUs), 'longer');
    return stretches;
  }
  const waitsHere = at(tasks.waitedUs) < at(pool.fromUs);
  if (waitsHere) {
    cutWaiting(stretches, at(tasks.waitedUs), requests, alone, HERE);
    stretches.until(at(pool.handedUs), 'longer');
  }
  stretches.until(at(pool.fromUs), 'pool queue');
  if (!waitsHere) cutWaiting(stretches, at(tasks.waitedUs), requests, alone, IN_WORKER);
  if (computes) {
    stretches.until(at(tasks.computeFromUs), 'handling');
    stretches.until(at(tasks.computeToUs), 'computing in a worker');
  }
  stretches.until(at(pool.toUs), 'handling');
  stretches.until(Math.min(at(tasks.endedUs), at(pool.toUs) + travelUs), 'on the way');
  stretches.until(at(tasks.endedUs), 'late message');
  return stretches;
}

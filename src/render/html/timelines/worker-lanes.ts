// Workers below the tasks of a picture: when each had a task, and when it had none. A gap in there is a processor that was paid
// for and not used, which no task's bar shows.

import type { IdleWorker, TimelineReport } from '../../../model/report/timeline-report.ts';
import { drawnStretches } from './drawn-tasks.ts';

/** More lanes than a table has rows on a screen beside the tasks. */
export const MOST_WORKERS = 8;

/** What a worker does, as far as its lane shows. */
export type WorkerState = 'taken' | 'idle';

/** What legends call them. */
export const STATE_NAMES: Readonly<Record<WorkerState, string>> = {
  taken: 'worker has a task',
  idle: 'worker idle',
};

/** The states, in the order of a legend. */
export const WORKER_STATES = Object.keys(STATE_NAMES) as readonly WorkerState[];

/** One worker of a picture. */
export interface WorkerLane {
  /** From 0. */
  readonly worker: number;
  readonly stretches: readonly { readonly state: WorkerState; readonly fromUs: number; readonly toUs: number }[];
  /** True where it has more gaps than these that could be seen. */
  readonly isCut: boolean;
}

/** A lane for each worker; none where it is not known when they had no task. */
export function workerLanes({ tasks, idleWorkers, batchUs }: TimelineReport, axisUs: number): WorkerLane[] {
  if (idleWorkers.length === 0) return [];
  const known = [...tasks, ...idleWorkers].flatMap(({ worker }) => (worker === null ? [] : [worker]));
  const workers = [...new Set(known)].sort((one, other) => one - other);
  return workers.map((worker) => {
    const gaps = idleWorkers.filter((gap) => gap.worker === worker);
    const { drawn, isCut } = drawnStretches(gaps, axisUs);
    return { worker, stretches: filled(drawn, batchUs), isCut };
  });
}

/** The gaps, and what lies between them. */
function filled(gaps: readonly IdleWorker[], batchUs: number): WorkerLane['stretches'] {
  const inOrder = gaps.toSorted((one, other) => one.fromUs - other.fromUs);
  const all = inOrder.flatMap(({ fromUs, toUs }, index) => [
    { state: 'taken' as const, fromUs: inOrder[index - 1]?.toUs ?? 0, toUs: fromUs },
    { state: 'idle' as const, fromUs, toUs },
  ]);
  const rest = { state: 'taken' as const, fromUs: inOrder.at(-1)?.toUs ?? 0, toUs: batchUs };
  return [...all, rest].filter(({ fromUs, toUs }) => toUs > fromUs);
}

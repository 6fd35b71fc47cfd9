// What each worker of a pool did of the kept tasks, and when it had none.

import type { Timeline } from '../../model/document/timeline.ts';
import type { IdleWorker, TimelineTask, WorkerPart } from '../../model/report/timeline-report.ts';

/** More workers than that are a number in a file: nobody has them, and no picture shows them. */
const MOST_WORKERS = 1_024;

export interface WorkerLanes {
  readonly workerParts: readonly WorkerPart[];
  readonly idleWorkers: readonly IdleWorker[];
}

/** Until the end of the batch; nothing where tasks were left out, since a worker may have been at one of them. */
export function workerLanesOf(
  { pool, batchUs, leftOutTaskCount }: Timeline,
  tasks: readonly TimelineTask[],
  threadCount: number,
): WorkerLanes {
  if (pool === null || leftOutTaskCount > 0) return { workerParts: [], idleWorkers: [] };
  const rows = Map.groupBy(pool.worker.keys(), (row) => pool.worker[row] as number | null);
  const fromUs = (row: number) => pool.fromUs[row] as number;
  const workerParts: WorkerPart[] = [];
  const idleWorkers: IdleWorker[] = [];
  for (let worker = 0; worker < Math.min(threadCount, MOST_WORKERS); worker++) {
    const own = (rows.get(worker) ?? []).sort((one, other) => fromUs(one) - fromUs(other));
    let freeUs = 0;
    for (const row of own) {
      const toUs = pool.toUs[row] as number;
      if (fromUs(row) > freeUs) idleWorkers.push({ worker, fromUs: freeUs, toUs: fromUs(row) });
      workerParts.push(...partsOf(tasks[row] as TimelineTask, worker, Math.max(freeUs, fromUs(row)), toUs));
      freeUs = Math.max(freeUs, toUs);
    }
    if (batchUs > freeUs) idleWorkers.push({ worker, fromUs: freeUs, toUs: batchUs });
  }
  return { workerParts, idleWorkers };
}

/** What the task did while the worker had it. */
function partsOf({ segments }: TimelineTask, worker: number, fromUs: number, toUs: number): WorkerPart[] {
  return segments.flatMap((segment) => {
    const part = { worker, ...segment, fromUs: Math.max(fromUs, segment.fromUs), toUs: Math.min(toUs, segment.toUs) };
    return part.toUs > part.fromUs ? [part] : [];
  });
}

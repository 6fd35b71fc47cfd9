// When the workers of a pool had no task.

import type { Timeline } from '../../model/document/timeline.ts';
import type { IdleWorker } from '../../model/report/timeline-report.ts';

/** Gaps between the kept tasks of each worker, until the end of the batch; none where tasks were left out. */
export function idleWorkersOf({ pool, batchUs, leftOutTaskCount }: Timeline, threadCount: number): IdleWorker[] {
  if (pool === null || leftOutTaskCount > 0) return [];
  const idle: IdleWorker[] = [];
  for (let worker = 0; worker < threadCount; worker++) {
    const busy = pool.worker.flatMap((by, row) =>
      by === worker ? [{ fromUs: pool.fromUs[row] as number, toUs: pool.toUs[row] as number }] : [],
    );
    let freeUs = 0;
    for (const { fromUs, toUs } of busy.sort((one, other) => one.fromUs - other.fromUs)) {
      if (fromUs > freeUs) idle.push({ worker, fromUs: freeUs, toUs: fromUs });
      freeUs = Math.max(freeUs, toUs);
    }
    if (batchUs > freeUs) idle.push({ worker, fromUs: freeUs, toUs: batchUs });
  }
  return idle;
}

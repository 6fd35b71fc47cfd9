// The workers of a pool as rows below those of its tasks: what each did of them, and when it had none.

import type { TimelineReport } from '../../model/report/timeline-report.ts';
import { formatShare } from '../units.ts';
import type { Row } from './row-line.ts';
import { chosenTasks } from './timeline-lines.ts';

/** Rows for workers in any picture, at most: tasks are what it is about. */
const MOST_WORKERS = 8;

/** Workers of the timeline, from 0; none where it has no pool, or where its tasks do not tell all that they did. */
export function workersOf({ workerParts, idleWorkers }: TimelineReport): number[] {
  return [...new Set([...workerParts, ...idleWorkers].map(({ worker }) => worker))].sort((one, other) => one - other);
}

/** How many of them a picture of so many tasks shows. */
export function drawnWorkers(timeline: TimelineReport, mostTasks: number): readonly number[] {
  return chosenTasks(workersOf(timeline), Math.min(mostTasks, MOST_WORKERS));
}

/** A row for each of these; behind it stands for which share of the batch the worker had no task. */
export function workerRows(timeline: TimelineReport, workers: readonly number[]): Row[] {
  return workers.map((worker) => {
    const isOwn = (each: { readonly worker: number }) => each.worker === worker;
    const idle = timeline.idleWorkers.filter(isOwn).map((gap) => ({ kind: 'idle' as const, ...gap }));
    const stretches = [...timeline.workerParts.filter(isOwn), ...idle];
    return {
      label: `w${worker + 1}`,
      end: formatShare(idleRatio(timeline, worker)),
      stretches: stretches.sort((one, other) => one.fromUs - other.fromUs),
      failed: false,
    };
  });
}

/** For which share of the batch a worker had no task, 0..1. */
export function idleRatio({ idleWorkers, batchUs }: TimelineReport, worker: number): number {
  const gaps = idleWorkers.filter((gap) => gap.worker === worker);
  return gaps.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0) / batchUs;
}

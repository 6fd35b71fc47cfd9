// Where the workers of a pool were while they ran no task: between two tasks although another had been handed over, without
// any to run while more were to come, or done for this batch. Together with the time in tasks this is all the time they have.

import { coveredLength, merged } from '../../../stats/intervals.ts';
import type { Window } from './span-recorder.ts';
import type { TaskSpan } from './task-span.ts';

/** Times in milliseconds, means of all workers. */
export interface WorkerGaps {
  /** A task had been handed over and not begun: messages on their way, or a loop too busy to send or read them. */
  readonly betweenTasksMs: number;
  /** No task was ready, and more were to come. */
  readonly unfedMs: number;
  /** No task was to come any more. */
  readonly idleEndMs: number;
}

/** The gaps of a batch. `spans` are those of tasks that a worker ran. */
export function workerGaps(spans: readonly TaskSpan[], threads: number, { fromMs, toMs }: Window): WorkerGaps {
  const queued = merged(spans.flatMap(({ handedMs, workerFromMs }) => [handedMs, workerFromMs]));
  const lastBeginMs = spans.reduce((last, { workerFromMs }) => Math.max(last, workerFromMs), fromMs);
  const byWorker = Map.groupBy(spans, ({ worker }) => worker);
  const totals = { betweenTasksMs: 0, unfedMs: 0, idleEndMs: 0 };
  const addGap = (from: number, to: number) => {
    const moreUntil = Math.max(from, Math.min(to, lastBeginMs));
    const betweenTasksMs = coveredLength(queued, from, moreUntil);
    totals.betweenTasksMs += betweenTasksMs;
    totals.unfedMs += moreUntil - from - betweenTasksMs;
    totals.idleEndMs += to - moreUntil;
  };
  for (let worker = 0; worker < threads; worker++) {
    const own = [...(byWorker.get(worker) ?? [])].sort((one, other) => one.workerFromMs - other.workerFromMs);
    let freeMs = fromMs;
    for (const { workerFromMs, workerToMs } of own) {
      if (workerFromMs > freeMs) addGap(freeMs, Math.min(workerFromMs, toMs));
      freeMs = Math.max(freeMs, Math.min(workerToMs, toMs));
    }
    if (toMs > freeMs) addGap(freeMs, toMs);
  }
  return {
    betweenTasksMs: totals.betweenTasksMs / threads,
    unfedMs: totals.unfedMs / threads,
    idleEndMs: totals.idleEndMs / threads,
  };
}

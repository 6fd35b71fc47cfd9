// The makespan a strategy would have if each task cost exactly what it cost alone: the rules of each strategy in one
// place, over the schedules of schedule.ts. Asked with parts of the cost switched off, it tells what each part costs.

import { batchesOf, chunksOf } from './chunks.ts';
import { type LoopTask, listScheduleMs, loopScheduleMs, makespanMs, releasedScheduleMs } from './schedule.ts';

/** What one task costs, in milliseconds. */
export interface ModelTask {
  /** Off the client altogether: delivered delay, the server's queue and CPU. */
  readonly waitMs: number;
  /** The client's own part of a request: sending, receiving, checking, and the wire. */
  readonly clientMs: number;
  /** CPU time of the computing part. */
  readonly computeMs: number;
}

/** How the batch is scheduled. */
export interface ModelSettings {
  readonly strategyId: string;
  /** Tasks under way at most, 1 or more. */
  readonly concurrency: number;
  /** Worker threads, 1 or more. */
  readonly workers: number;
  /** Round trip of an empty task through the pool, in milliseconds. */
  readonly dispatchMs: number;
  /** How many times as long computing takes in a worker while all of them compute; 1 when each has a core. */
  readonly stretchRatio: number;
}

/**
 * Share of a lone request's client time that occupies the event loop; the rest is the kernel, the wire and waking up,
 * which overlaps when many requests are under way. A rule of thumb between the extremes, not a measured constant.
 */
export const LOOP_SHARE = 0.5;

/** The makespan of the batch, in milliseconds; an unknown strategy is taken for `gather`. */
export function modelledMs(tasks: readonly ModelTask[], settings: ModelSettings): number {
  const { workers, concurrency, dispatchMs, stretchRatio } = settings;
  const inWorker = tasks.map((task) => ({ ...task, computeMs: task.computeMs * stretchRatio }));
  switch (settings.strategyId) {
    case 'sequential':
      return tasks.reduce((total, task) => total + wholeMs(task), 0);
    case 'bounded':
      return onLoopMs(tasks, concurrency);
    case 'batches':
      return batchesOf(tasks, concurrency).reduce((total, batch) => total + onLoopMs(batch, batch.length), 0);
    case 'pool': {
      const ends = listScheduleMs(
        inWorker.map((task) => wholeMs(task) + dispatchMs),
        workers,
      );
      return Math.max(makespanMs(ends), dispatchFloorMs(tasks.length, dispatchMs));
    }
    case 'pool-chunked': {
      const chunks = chunksOf(inWorker, workers);
      return Math.max(...chunks.map((chunk) => dispatchMs + chunk.reduce((total, task) => total + wholeMs(task), 0)));
    }
    case 'pool-gather':
      return Math.max(...chunksOf(inWorker, workers).map((chunk) => dispatchMs + onLoopMs(chunk, concurrency)));
    case 'gather+pool':
      return throughPoolMs(tasks, inWorker, settings);
    default:
      return onLoopMs(tasks, tasks.length);
  }
}

function throughPoolMs(tasks: readonly ModelTask[], inWorker: readonly ModelTask[], settings: ModelSettings): number {
  const arrivals = loopScheduleMs(
    tasks.map((task) => loopTask({ ...task, computeMs: 0 })),
    tasks.length,
  );
  const jobs = inWorker.map((task, index) => ({
    atMs: arrivals[index] ?? 0,
    computeMs: task.computeMs + settings.dispatchMs,
  }));
  const ends = releasedScheduleMs(jobs, settings.workers);
  return Math.max(makespanMs(ends), dispatchFloorMs(tasks.length, settings.dispatchMs));
}

// Handing over and taking back are the main thread's part of a round trip; it can do them for one task at a time.
function dispatchFloorMs(taskCount: number, dispatchMs: number): number {
  return (taskCount * dispatchMs) / 2;
}

function onLoopMs(tasks: readonly ModelTask[], concurrency: number): number {
  return makespanMs(loopScheduleMs(tasks.map(loopTask), concurrency));
}

function loopTask(task: ModelTask): LoopTask {
  const pieceMs = (task.clientMs * LOOP_SHARE) / 2;
  return {
    sendMs: pieceMs,
    waitMs: task.waitMs + task.clientMs * (1 - LOOP_SHARE),
    finishMs: pieceMs + task.computeMs,
  };
}

function wholeMs(task: ModelTask): number {
  return task.waitMs + task.clientMs + task.computeMs;
}

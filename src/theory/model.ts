// The makespan a schedule would have if each task cost exactly what it cost alone: the rule of each shape in one place,
// over the schedules of schedule.ts. A shape without a rule has no makespan here, instead of another's.

import type { Shape } from '../model/shape.ts';
import { batchesOf } from './batches.ts';
import { type LoopTask, listScheduleMs, loopScheduleMs, makespanMs, releasedScheduleMs } from './schedule.ts';

/** What one task costs, in milliseconds. */
export interface ModelTask {
  /** Off the client altogether: delivered delay, the server's queue and CPU. */
  readonly waitMs: number;
  /** The client's own part of a request: sending, receiving, checking, and the wire. */
  readonly clientMs: number;
  /** The computing part. */
  readonly computeMs: number;
}

/** How the batch is scheduled. */
export interface ModelSettings {
  readonly shape: Shape;
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

/** The makespan of the batch, in milliseconds; null for a shape without a rule. */
export function modelledMs(tasks: readonly ModelTask[], settings: ModelSettings): number | null {
  const { waits, waitsOn, computesOn } = settings.shape;
  if (waitsOn === 'loop' && computesOn === 'loop') return onLoopMs(tasks, settings);
  if (waitsOn === 'workers' && computesOn === 'workers' && waits === 'one') return inWorkersMs(tasks, settings);
  if (waitsOn === 'loop' && computesOn === 'workers' && waits === 'all') return throughPoolMs(tasks, settings);
  return null;
}

function onLoopMs(tasks: readonly ModelTask[], { shape, concurrency }: ModelSettings): number {
  switch (shape.waits) {
    case 'one':
      return tasks.reduce((total, task) => total + wholeMs(task), 0);
    case 'all':
      return gatheredMs(tasks, tasks.length);
    case 'bounded':
      return gatheredMs(tasks, concurrency);
    case 'batches':
      return batchesOf(tasks, concurrency).reduce((total, batch) => total + gatheredMs(batch, batch.length), 0);
  }
}

function inWorkersMs(tasks: readonly ModelTask[], { workers, dispatchMs, stretchRatio }: ModelSettings): number {
  const ends = listScheduleMs(
    tasks.map((task) => wholeMs({ ...task, computeMs: task.computeMs * stretchRatio }) + dispatchMs),
    workers,
  );
  return Math.max(makespanMs(ends), dispatchFloorMs(tasks.length, dispatchMs));
}

function throughPoolMs(tasks: readonly ModelTask[], { workers, dispatchMs, stretchRatio }: ModelSettings): number {
  const arrivals = loopScheduleMs(
    tasks.map((task) => loopTask({ ...task, computeMs: 0 })),
    tasks.length,
  );
  const jobs = tasks.map((task, index) => ({
    atMs: arrivals[index] ?? 0,
    computeMs: task.computeMs * stretchRatio + dispatchMs,
  }));
  return Math.max(makespanMs(releasedScheduleMs(jobs, workers)), dispatchFloorMs(tasks.length, dispatchMs));
}

// Handing over and taking back are the main thread's part of a round trip; it can do them for one task at a time.
function dispatchFloorMs(taskCount: number, dispatchMs: number): number {
  return (taskCount * dispatchMs) / 2;
}

function gatheredMs(tasks: readonly ModelTask[], concurrency: number): number {
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

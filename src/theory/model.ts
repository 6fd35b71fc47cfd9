// The makespan a schedule would have if each task cost exactly what it cost alone: the rule of each shape in one place,
// over the schedules of schedule.ts. A shape without a rule has no makespan here, instead of another's.

import type { Shape } from '../model/shape.ts';
import { batchesOf } from './batches.ts';
import type { Travel } from './input.ts';
import { type LoopTask, listScheduleMs, loopScheduleMs, makespanMs, releasedScheduleMs } from './schedule.ts';
import { aloneMs, type TaskParts } from './task-parts.ts';

/** Of what a request costs its client: in kept tasks of gathers 6 to 17 % go by until the last is sent; the rest is reading. */
const SENDING_RATIO = 0.1;

/** How the batch is scheduled. */
export interface ModelSettings {
  readonly shape: Shape;
  /** Tasks under way at most, 1 or more. */
  readonly concurrency: number;
  /** Worker threads, 1 or more. */
  readonly workers: number;
  readonly travel: Travel;
  /** How many times as long computing takes in a worker while all of them compute; 1 when each has a core. */
  readonly stretchRatio: number;
  /** Whether the main thread has a core of its own beside workers that all compute; else its work takes from theirs. */
  readonly loopHasCore: boolean;
}

/** The makespan of the batch, in milliseconds; null for a shape without a rule. */
export function modelledMs(tasks: readonly TaskParts[], settings: ModelSettings): number | null {
  const { waits, waitsOn, computesOn } = settings.shape;
  if (waitsOn === 'loop' && computesOn === 'loop') return onLoopMs(tasks, settings);
  if (waitsOn === 'workers' && computesOn === 'workers' && waits === 'one') return inWorkersMs(tasks, settings);
  if (waitsOn === 'loop' && computesOn === 'workers' && waits === 'all') return throughPoolMs(tasks, settings);
  return null;
}

function onLoopMs(tasks: readonly TaskParts[], { shape, concurrency }: ModelSettings): number {
  switch (shape.waits) {
    case 'one':
      return tasks.reduce((total, task) => total + aloneMs(task), 0);
    case 'all':
      return gatheredMs(tasks, tasks.length);
    case 'bounded':
      return gatheredMs(tasks, concurrency);
    case 'batches':
      return batchesOf(tasks, concurrency).reduce((total, batch) => total + gatheredMs(batch, batch.length), 0);
  }
}

function inWorkersMs(tasks: readonly TaskParts[], settings: ModelSettings): number {
  const { workers, travel, stretchRatio } = settings;
  const ends = listScheduleMs(
    tasks.map(({ waitMs, wayMs, elsewhereMs, handleMs, computeMs }) => {
      return waitMs + wayMs + elsewhereMs + (handleMs + computeMs) * stretchRatio + travel.workerMs;
    }),
    workers,
  );
  const ownMs = tasks.reduce((sum, task) => sum + task.handleMs + task.computeMs + task.elsewhereMs, 0);
  const workMs = ownMs * stretchRatio;
  const sharedMs = sharedCoresMs(tasks.length, workMs, settings);
  // Messages travel while workers compute; only the first there and the last back are waited for.
  return Math.max(makespanMs(ends), sharedMs, travelFloorMs(tasks.length, settings)) + travel.wayMs - travel.workerMs;
}

function throughPoolMs(tasks: readonly TaskParts[], settings: ModelSettings): number {
  const arrivals = loopScheduleMs(
    tasks.map((task) => loopTask({ ...task, computeMs: 0 })),
    tasks.length,
  );
  const jobs = tasks.map((task, index) => ({
    atMs: arrivals[index] ?? 0,
    computeMs: task.computeMs * settings.stretchRatio + settings.travel.workerMs,
  }));
  const ends = releasedScheduleMs(jobs, settings.workers);
  const workMs = tasks.reduce((sum, { computeMs }) => sum + computeMs * settings.stretchRatio, 0);
  const readingMs = tasks.reduce((sum, { handleMs }) => sum + handleMs, 0) * (1 - SENDING_RATIO);
  const firstMs = arrivals.reduce((first, atMs) => Math.min(first, atMs), Infinity);
  const sharedMs = firstMs + sharedCoresMs(tasks.length, workMs + readingMs, settings);
  const { wayMs, workerMs } = settings.travel;
  return Math.max(makespanMs(ends), sharedMs, travelFloorMs(tasks.length, settings)) + wayMs - workerMs;
}

// As many workers as cores have to give the main thread some of them for what it packs and unpacks.
function sharedCoresMs(taskCount: number, workMs: number, { workers, travel, loopHasCore }: ModelSettings): number {
  return loopHasCore ? 0 : (workMs + taskCount * (travel.workerMs + travel.loopMs)) / workers;
}

// Handing over and taking back are the main thread's part; it can do them for one task at a time.
function travelFloorMs(taskCount: number, { travel }: ModelSettings): number {
  return taskCount * travel.loopMs;
}

function gatheredMs(tasks: readonly TaskParts[], concurrency: number): number {
  return makespanMs(loopScheduleMs(tasks.map(loopTask), concurrency));
}

function loopTask({ waitMs, wayMs, elsewhereMs, handleMs, computeMs }: TaskParts): LoopTask {
  const sendMs = handleMs * SENDING_RATIO;
  return { sendMs, waitMs: waitMs + wayMs + elsewhereMs, finishMs: handleMs - sendMs + computeMs };
}

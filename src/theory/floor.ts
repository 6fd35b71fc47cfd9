// The time no run of a schedule can beat. Built only from what must happen: waiting that was measured alone, the CPU time that
// the shape must spend on one thread or over cores, c slots, w workers, the server's own CPU, a door that lets in so many.
// Overheads are left out, however certain they seem, for a floor that is sometimes above the truth is worth nothing. Noise of the
// costs passes straight through: the audit counts on what is certain only, and brings a tolerance.

import { batchesOf } from './batches.ts';
import { machineBoundMs, releaseBoundMs } from './bounds.ts';
import { behindDoorMs, type TheoryInput, type Travel } from './input.ts';
import { listScheduleMs, makespanMs } from './schedule.ts';
import { aloneMs, sumOf, type TaskParts } from './task-parts.ts';

/** What a floor counts on besides what nothing can change. */
export interface Counted {
  /** Of what handling costs beside other tasks on one loop, the part that comes after the waits. */
  readonly readingRatio: number;
  /** Whether a worker that has one task at a time spends all that the task took alone, handling and way included. */
  readonly wholeInWorkers: boolean;
  /** Whether a limit starts tasks in input order. */
  readonly inOrder: boolean;
}

/** What every run that was looked at kept to; were less read after the waits, more would come before the last of them begins. */
export const EXPECTED: Counted = { readingRatio: 0.5, wholeInWorkers: true, inOrder: true };
export const CERTAIN: Counted = { readingRatio: 0, wholeInWorkers: false, inOrder: false };

/** The least makespan of the batch under a schedule of that shape, in milliseconds; 0 for no tasks. */
export function floorMs(input: TheoryInput, counted = EXPECTED): number {
  if (input.tasks.length === 0) return 0;
  const { tasks } = input;
  const read = { ...input, tasks: tasks.map((task) => ({ ...task, readMs: task.handleMs * counted.readingRatio })) };
  return Math.max(scheduleFloorMs(read, counted), serverFloorMs(input), elsewhereFloorMs(input), doorFloorMs(input));
}

/** A task with what reading its answer takes at least. */
type ReadTask = TaskParts & { readonly readMs: number };

function scheduleFloorMs(
  input: Omit<TheoryInput, 'tasks'> & { readonly tasks: readonly ReadTask[] },
  { wholeInWorkers, inOrder }: Counted,
): number {
  const { shape, tasks } = input;
  const workers = Math.min(input.threads ?? tasks.length, tasks.length);
  const slots = input.concurrency ?? tasks.length;
  const inWorkers = shape.computesOn !== 'loop';
  switch (shape.waits) {
    case 'one': {
      if (shape.waitsOn === 'loop') return tasks.reduce((total, task) => total + aloneMs(task), 0);
      const heldMs = tasks.map(wholeInWorkers ? aloneMs : ownMs);
      return Math.max(machineBoundMs(heldMs, workers), threadsFloorMs(input));
    }
    case 'all':
      return inWorkers ? splitFloorMs(input) : arrivalFloorMs(tasks);
    case 'bounded': {
      const heldMs = tasks.map((task) => ownMs(task) + task.readMs);
      const slotsMs = inOrder ? makespanMs(listScheduleMs(heldMs, slots)) : machineBoundMs(heldMs, slots);
      return Math.max(slotsMs, arrivalFloorMs(tasks));
    }
    case 'batches':
      return batchesOf(tasks, slots).reduce((total, batch) => total + arrivalFloorMs(batch), 0);
  }
}

// Every task started at once on one loop: the longest alone, what the one thread must do in all, and computing as it arrives.
function arrivalFloorMs(tasks: readonly ReadTask[]): number {
  const releases = tasks.map((task) => {
    const { atMs, computeMs } = releaseOf(task);
    return { atMs, computeMs: computeMs + task.readMs };
  });
  return Math.max(sumOf(tasks, 'handleMs') + sumOf(tasks, 'computeMs'), releaseBoundMs(releases, 1));
}

// Waiting on the loop, computing in workers.
function splitFloorMs({ tasks, computeCores, travel }: TheoryInput): number {
  return Math.max(
    sumOf(tasks, 'handleMs') + tasks.length * travel.loopMs,
    releaseBoundMs(
      tasks.map((task) => sentOf(task, travel)),
      computeCores,
    ),
  );
}

// Whole tasks in workers share the cores, whatever they compute there.
function threadsFloorMs({ tasks, computeCores, travel }: TheoryInput): number {
  const workMs = sumOf(tasks, 'handleMs') + sumOf(tasks, 'computeMs') + tasks.length * travel.workerMs;
  return Math.max(
    workMs / computeCores,
    tasks.length * travel.loopMs,
    releaseBoundMs(
      tasks.map((task) => sentOf(task, travel)),
      computeCores,
    ),
  );
}

function elsewhereFloorMs({ tasks, elsewhereCores }: TheoryInput): number {
  return sumOf(tasks, 'elsewhereMs') / elsewhereCores;
}

function serverFloorMs({ tasks, serverProcesses }: TheoryInput): number {
  return sumOf(tasks, 'serverCpuMs') / Math.max(1, serverProcesses);
}

// What is let in is served at once, the rest waits for a place.
function doorFloorMs(input: TheoryInput): number {
  const behindMs = behindDoorMs(input);
  return behindMs === null ? 0 : machineBoundMs(behindMs, input.door?.slotCount ?? 1);
}

function sentOf(task: TaskParts, { workerMs }: Travel) {
  const { atMs, computeMs } = releaseOf(task);
  return { atMs, computeMs: computeMs + workerMs };
}

function releaseOf({ waitMs, elsewhereMs, computeMs }: TaskParts) {
  return { atMs: waitMs + elsewhereMs, computeMs };
}

// A task's own time without what gets cheaper when many run at once.
function ownMs({ waitMs, elsewhereMs, computeMs }: TaskParts): number {
  return waitMs + elsewhereMs + computeMs;
}

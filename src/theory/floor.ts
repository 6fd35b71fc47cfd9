// The time no run of a schedule can beat. Built only from what must happen: waiting that was measured alone, the CPU time that
// the shape must spend on one thread or over cores, c slots, w workers, the server's own CPU, a door that lets in so many.
// Overheads are left out, however certain they seem, for a floor that is sometimes above the truth is worth nothing; of what one
// loop does for tasks that all wait, half comes before their waits or after them, and is no part of these. Noise of the costs passes straight through:
// the audit brings a tolerance.

import { batchesOf } from './batches.ts';
import { machineBoundMs, releaseBoundMs } from './bounds.ts';
import { behindDoorMs, type TheoryInput, type Travel } from './input.ts';
import { aloneMs, sumOf, type TaskParts } from './task-parts.ts';

/** Of what handling costs, what comes after the waits; were it less, more would come before the last of them begins. */
export const LEAST_READING_RATIO = 0.5;

/**
 * The least makespan of the batch under a schedule of that shape, in milliseconds; 0 for no tasks. `readingRatio` of handling
 * comes after an answer is there; 0 counts nothing of it.
 */
export function floorMs(input: TheoryInput, readingRatio = LEAST_READING_RATIO): number {
  if (input.tasks.length === 0) return 0;
  const { tasks } = input;
  const read = { ...input, tasks: tasks.map((task) => ({ ...task, readMs: task.handleMs * readingRatio })) };
  return Math.max(scheduleFloorMs(read), serverFloorMs(input), elsewhereFloorMs(input), doorFloorMs(input));
}

/** A task with what reading its answer takes at least. */
type ReadTask = TaskParts & { readonly readMs: number };

function scheduleFloorMs(input: TheoryInput & { readonly tasks: readonly ReadTask[] }): number {
  const { shape, tasks } = input;
  const workers = Math.min(input.threads ?? tasks.length, tasks.length);
  const slots = input.concurrency ?? tasks.length;
  const inWorkers = shape.computesOn !== 'loop';
  switch (shape.waits) {
    case 'one':
      if (shape.waitsOn === 'loop') return tasks.reduce((total, task) => total + aloneMs(task), 0);
      return Math.max(machineBoundMs(tasks.map(ownMs), workers), threadsFloorMs(input));
    case 'all':
      return inWorkers ? splitFloorMs(input) : arrivalFloorMs(tasks);
    case 'bounded':
      return Math.max(machineBoundMs(tasks.map(ownMs), slots), arrivalFloorMs(tasks));
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

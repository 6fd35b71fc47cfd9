// What a run should take on this machine: the model (model.ts) with what the machine and the peers gave, and never less than
// the server, a door or other threads need. Misleads where tasks get in each other's way in other manners: memory bandwidth,
// garbage collection, neighbours.

import { behindDoorMs, type TheoryInput } from './input.ts';
import { modelledMs } from './model.ts';
import { listScheduleMs, makespanMs } from './schedule.ts';
import { sumOf } from './task-parts.ts';

/** Makespan of a warm batch, in milliseconds; 0 for no tasks, null for a shape that the model has no rule for. */
export function predictedMs(input: TheoryInput): number | null {
  const { shape, tasks, concurrency, threads, travel } = input;
  if (tasks.length === 0) return 0;
  const workers = Math.max(1, threads ?? 1);
  const busy = Math.min(workers, tasks.length);
  const onThisMachineMs = modelledMs(tasks, {
    shape,
    concurrency: Math.max(1, concurrency ?? tasks.length),
    workers,
    travel,
    stretchRatio: busy / Math.min(busy, Math.max(1, input.computeCores)),
    loopHasCore: input.coreCount > workers,
  });
  if (onThisMachineMs === null) return null;
  return Math.max(onThisMachineMs, serverMs(input), doorMs(input), elsewhereMs(input));
}

// All requests wait for the same processes; the last answer still has its way home.
function serverMs({ tasks, serverProcesses }: TheoryInput): number {
  const cpuMs = sumOf(tasks, 'serverCpuMs') / Math.max(1, serverProcesses);
  return cpuMs === 0 ? 0 : cpuMs + leastWayMs(tasks);
}

function doorMs(input: TheoryInput): number {
  const { door, tasks } = input;
  const behindMs = behindDoorMs(input);
  if (door === null || behindMs === null) return 0;
  const lastWayMs = door.at === 'server' ? leastWayMs(tasks) : 0;
  return makespanMs(listScheduleMs(behindMs, door.slotCount)) + lastWayMs;
}

// Other threads of the process are shared by all tasks under way; on the loop the last result is still to be handled.
function elsewhereMs({ tasks, elsewhereCores, concurrency, threads, shape }: TheoryInput): number {
  const totalMs = sumOf(tasks, 'elsewhereMs');
  const atOnce = threads ?? (shape.waits === 'one' ? 1 : (concurrency ?? tasks.length));
  return totalMs === 0 ? 0 : totalMs / Math.max(1, Math.min(elsewhereCores, atOnce));
}

function leastWayMs(tasks: TheoryInput['tasks']): number {
  return tasks.reduce((least, { wayMs, handleMs }) => Math.min(least, wayMs + handleMs), Infinity);
}

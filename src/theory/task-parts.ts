// One task's time alone, split by what it needs meanwhile, from measured clocks and not from what a file calls its parts:
// its own thread, other threads of its process, the fixture server, or nobody of ours at all.

import type { TaskCost } from '../model/document/document.ts';

/** Where the time of one task goes while no other runs, in milliseconds. */
export interface TaskParts {
  /** Nobody of ours works: a delay that the server accounts for, or something outside that we know nothing of. */
  readonly waitMs: number;
  /** The part of it for which the server accounts, its CPU time included. */
  readonly serverMs: number;
  readonly serverCpuMs: number;
  /** Between this process and the server: the kernel, the wire, waking up. */
  readonly wayMs: number;
  /** Its own thread works in the `io` part: sending, receiving, checking, or computing where nobody would look for it. */
  readonly handleMs: number;
  /** Its own thread works in the `cpu` part. */
  readonly computeMs: number;
  /** Its own thread waits for other threads of the process that compute: libuv's, native ones. */
  readonly elsewhereMs: number;
}

/** On the way to the server and back, beyond an empty request's round trip, before it is a wait for somebody else. */
const WAY_TOLERANCE = 2;

/**
 * Splits what a task cost alone. `requestFloorMs` is the round trip of an empty request; `computing` says which clock tells
 * how long the `cpu` part takes: its thread's own for a floor, the wall's for a prediction.
 */
export function partsOf(
  cost: TaskCost,
  requestFloorMs: number,
  computing: 'computeCpuMs' | 'computeWallMs',
): TaskParts {
  const { wallMs, serverMs, serverCpuMs, requestCount, ioCpuMs } = cost;
  const waitedMs = Math.max(0, wallMs - cost.computeWallMs - serverMs - ioCpuMs);
  const elsewhereMs = Math.min(cost.otherCpuMs, waitedMs);
  const wayMs = Math.min(waitedMs - elsewhereMs, requestCount * requestFloorMs * WAY_TOLERANCE);
  return {
    waitMs: serverMs + waitedMs - elsewhereMs - wayMs,
    ...{ serverMs, serverCpuMs, wayMs, elsewhereMs },
    handleMs: ioCpuMs,
    computeMs: cost[computing],
  };
}

/** The time of the whole task alone, in milliseconds. */
export function aloneMs({ waitMs, wayMs, handleMs, computeMs, elsewhereMs }: TaskParts): number {
  return waitMs + wayMs + handleMs + computeMs + elsewhereMs;
}

/** The part of a task that a place outside holds, where it lets in so many: all but its own computing. */
export function heldMs(task: TaskParts): number {
  return task.waitMs + task.wayMs + task.handleMs;
}

/** Sum of one part over tasks. */
export function sumOf(tasks: readonly TaskParts[], part: keyof TaskParts): number {
  return tasks.reduce((total, task) => total + task[part], 0);
}

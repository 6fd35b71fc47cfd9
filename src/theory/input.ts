// What theory is told about an arm: the shape of its schedule, its settings, what its tasks cost alone, and what the machine
// and the peers gave. Floors are told the least that was seen of everything, predictions the middle.

import type { Shape } from '../model/shape.ts';
import { heldMs, type TaskParts } from './task-parts.ts';

/** A place through which only so many tasks get at once, however many were started. */
export interface Door {
  readonly slotCount: number;
  /** Whose it is: the server's, shared by all, or one outside, of which each thread with tasks has its own. */
  readonly at: 'server' | 'outside';
}

/** A task's way to a worker and back beyond its own time, in milliseconds; all 0 where none is sent. */
export interface Travel {
  /** The whole way of one task while nothing else happens. */
  readonly wayMs: number;
  /** What the main thread does for it: packing and unpacking, one task at a time. */
  readonly loopMs: number;
  /** What the worker does for it. */
  readonly workerMs: number;
}

/** Where nothing is sent, or nothing known of it. */
export const NO_TRAVEL: Travel = { wayMs: 0, loopMs: 0, workerMs: 0 };

/** What floors and predictions both need. */
export interface TheoryInput {
  readonly shape: Shape;
  /** One entry a task, in input order. */
  readonly tasks: readonly TaskParts[];
  /** Bound on tasks under way; null where the shape has none. */
  readonly concurrency: number | null;
  /** Worker threads; null where the shape has none. */
  readonly threads: number | null;
  /** Cores of the machine, as many as there are. */
  readonly coreCount: number;
  /** How many times as much as one thread this arm's threads get done, 1 or more; need not be whole. */
  readonly computeCores: number;
  /** The same of other threads of the process, for tasks that compute there. */
  readonly elsewhereCores: number;
  /** Processes (or threads) of the fixture server that compute. */
  readonly serverProcesses: number;
  /** The server's limit, or one outside that the arms ran into; null where there is none. */
  readonly door: Door | null;
  readonly travel: Travel;
}

/** How long each task is behind the door, in milliseconds; null where this arm does not come to it. */
export function behindDoorMs({ door, tasks, shape }: TheoryInput): number[] | null {
  if (door === null || (door.at === 'outside' && shape.waitsOn !== 'loop')) return null;
  return tasks.map((task) => (door.at === 'server' ? task.serverMs : heldMs(task)));
}

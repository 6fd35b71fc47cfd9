// What kind of work a task is, from the clocks that ran while it was alone. What a file calls `io` and `cpu` is a claim to
// check: an async function that blocks computes, whatever it is called, and no schedule on one thread overlaps that.

import { aloneMs, sumOf, type TaskParts } from '../../theory/task-parts.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { percent } from '../why/words.ts';
import { splitTasks } from './task-parts-of.ts';

/** Where a task's time goes while it is alone; the shares add up to 1. */
export interface Work {
  readonly waitingRatio: number;
  /** On the thread that runs the task. */
  readonly computingHereRatio: number;
  /** On other threads of the process: libuv's, native ones. */
  readonly computingElsewhereRatio: number;
  /** Where the file says something else, in one sentence; null where it does not. */
  readonly contradiction: string | null;
}

/** Other programs used so much that a thread may have lost its processor to them. */
const NOTICEABLE_CORES = 0.25;
/** From here on it is what the task does. */
const MOST_RATIO = 0.8;
const HALF_RATIO = 0.5;

/** What was measured; what the file says where nothing was. */
export function workOf(data: ScenarioData): Work {
  // The cheapest: on a busy machine a thread that computes is kept from its processor, and that is no waiting.
  const parts = splitTasks(data.cheapestTasks, data);
  const hereMs = sumOf(parts, 'handleMs') + sumOf(parts, 'computeMs');
  const elsewhereMs = sumOf(parts, 'elsewhereMs');
  const totalMs = parts.reduce((sum, task) => sum + aloneMs(task), 0);
  if (totalMs === 0) return DECLARED[data.record.kind];
  const shares = {
    waitingRatio: Math.max(0, 1 - (hereMs + elsewhereMs) / totalMs),
    computingHereRatio: hereMs / totalMs,
    computingElsewhereRatio: elsewhereMs / totalMs,
  };
  return { ...shares, contradiction: contradictionOf(data, parts) };
}

const DECLARED: Record<ScenarioData['record']['kind'], Work> = {
  io: { waitingRatio: 1, computingHereRatio: 0, computingElsewhereRatio: 0, contradiction: null },
  cpu: { waitingRatio: 0, computingHereRatio: 1, computingElsewhereRatio: 0, contradiction: null },
  mixed: { waitingRatio: 0.5, computingHereRatio: 0.5, computingElsewhereRatio: 0, contradiction: null },
};

function othersUsed(arms: readonly Arm[]): number {
  return Math.max(0, ...arms.map((arm) => arm.knownMedianOf('foreignCores') ?? 0));
}

function contradictionOf(
  { record, totals, cheapestTotals, arms }: ScenarioData,
  parts: readonly TaskParts[],
): string | null {
  if (totals === null) return null;
  // Clocks of wall and processor are read one after another: a hair more than all of it is all of it.
  const share = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : 0);
  const blocked = share(totals.ioCpuMs, totals.ioMs);
  if (record.kind !== 'cpu' && blocked >= MOST_RATIO && totals.requestCount === 0) {
    return `\`io\` computed for ${percent(blocked)} of its time: a blocking call inside an async function. Promise.all cannot overlap it, threads can.`;
  }
  const elsewhere = share(sumOf(parts, 'elsewhereMs'), totals.ioMs);
  if (record.kind !== 'cpu' && elsewhere >= HALF_RATIO) {
    return `\`io\` waited for other threads of its process, which computed for ${percent(elsewhere)} of its time (libuv's run asynchronous crypto, zlib and files): Promise.all overlaps that as far as there are cores, without any worker.`;
  }
  // A thread that others kept from its processor is no thread that waits: the shortest times count, and no busy neighbour.
  const { computeCpuMs = 0, computeWallMs = 0 } = cheapestTotals ?? {};
  const idle = 1 - share(computeCpuMs, computeWallMs);
  if (computeWallMs > 0 && idle >= HALF_RATIO && othersUsed(arms) < NOTICEABLE_CORES) {
    return `\`cpu\` held its thread for ${percent(idle)} of its time without computing: a blocking wait. Inside \`io\`, awaited, it would overlap.`;
  }
  return null;
}

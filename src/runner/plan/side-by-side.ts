// Whether tasks are probed side by side, and where: only work that computes can be slowed by its own kind next to it, and
// only the time of an epoch that is left to spare may go there.

import type { TaskCost } from '../../model/document/document.ts';

/** Work that computes for less of its time than this share gains nothing worth probing from a second thread. */
const LEAST_COMPUTING_RATIO = 0.2;
/** Share of an epoch's time for one probe, and its bounds. */
const SHARE_RATIO = 0.02;
const LEAST_MS = 20;
const MOST_MS = 250;

/** Which arms are probed. */
export interface ProbesWanted {
  /** Each pool of threads. */
  readonly inWorkers: boolean;
  /** Tasks started together on the main thread: only other threads of the process can then compute at the same time. */
  readonly onLoop: boolean;
}

/** What is worth probing for tasks that cost so much alone. */
export function probesWanted(costs: readonly TaskCost[]): ProbesWanted {
  const sum = (pick: (cost: TaskCost) => number) => costs.reduce((total, cost) => total + pick(cost), 0);
  const leastMs = LEAST_COMPUTING_RATIO * sum(({ wallMs }) => wallMs);
  const elsewhereMs = sum(({ otherCpuMs }) => otherCpuMs);
  const hereMs = sum(({ ioCpuMs, computeCpuMs }) => ioCpuMs + computeCpuMs);
  return { inWorkers: hereMs + elsewhereMs > leastMs, onLoop: elsewhereMs > leastMs };
}

/** How long one probe may take in an epoch of `shareMs`. */
export function probeLimitMs(shareMs: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, shareMs * SHARE_RATIO));
}

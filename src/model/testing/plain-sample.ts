// A sample in which nothing is remarkable, for tests that change the one thing they are about.

import type { Sample } from '../document/document.ts';

/** One task of 10 ms on the main thread. */
export const PLAIN_SAMPLE: Sample = {
  ...{ epoch: 0, round: 0, slot: 0, wallMs: 10, cpuMs: 1, loopCpuMs: 1, workerCpuMs: 0, loopUtilizationRatio: 0.1 },
  ...{ gcMs: 0, completedCount: 1, failedCount: 0, wastedMs: 0, inFlightMean: 1, taskMs: 10, longestTaskMs: 10 },
  ...{ ioMs: 9, serverMs: 8, atServerMs: 8, computeWallMs: 0.5, handoverMs: 0, betweenTasksMs: null, unfedMs: null },
  ...{ idleEndMs: null, requestCount: 1, refusedCount: 0, faultCount: 0, connectCount: 0, serverCpuMs: 0 },
  foreignCores: 0,
};

// One batch that stands for an arm: the mean of the samples around the median, so that its parts belong together. Medians of
// single parts would not add up to anything.

import type { Sample } from '../../../model/document/document.ts';
import type { Arm } from '../../arms/arm.ts';

/** Of the samples, those around the median that make the mean. */
const MIDDLE_RATIO = 0.3;
const FEWEST = 3;

/** The figures of a sample that a ledger reads, means in milliseconds; shares of the makespan as times. */
export interface MiddleSample {
  readonly wallMs: number;
  readonly busyMs: number;
  readonly loopCpuMs: number;
  readonly cpuMs: number;
  readonly ioMs: number;
  readonly serverMs: number;
  /** CPU time of the server; 0 where it is not known. */
  readonly serverCpuMs: number;
  readonly computeWallMs: number;
  readonly betweenTasksMs: number;
  readonly unfedMs: number;
  readonly idleEndMs: number;
  readonly foreignCores: number | null;
}

/** The middle of an arm; null where its file does not tell threads apart. */
export function middleOf({ samples }: Arm): MiddleSample | null {
  const sorted = [...samples].sort((one, other) => one.wallMs - other.wallMs);
  const count = Math.min(sorted.length, Math.max(FEWEST, Math.round(sorted.length * MIDDLE_RATIO)));
  const from = Math.floor((sorted.length - count) / 2);
  const middle = sorted.slice(from, from + count);
  const mean = (pick: (sample: Sample) => number) => middle.reduce((sum, one) => sum + pick(one), 0) / middle.length;
  const known = (pick: (sample: Sample) => number | null) =>
    middle.some((one) => pick(one) === null) ? null : mean((one) => pick(one) ?? 0);
  const loopCpuMs = known((one) => one.loopCpuMs);
  const atServerMs = known((one) => one.atServerMs);
  if (middle.length === 0 || loopCpuMs === null || atServerMs === null) return null;
  return {
    loopCpuMs,
    wallMs: mean((one) => one.wallMs),
    busyMs: mean((one) => one.wallMs * one.loopUtilizationRatio),
    cpuMs: mean((one) => one.cpuMs),
    ioMs: mean((one) => one.ioMs),
    serverMs: mean((one) => one.serverMs),
    serverCpuMs: mean((one) => one.serverCpuMs ?? 0),
    computeWallMs: mean((one) => one.computeWallMs),
    betweenTasksMs: mean((one) => one.betweenTasksMs ?? 0),
    unfedMs: mean((one) => one.unfedMs ?? 0),
    idleEndMs: mean((one) => one.idleEndMs ?? 0),
    foreignCores: known((one) => one.foreignCores),
  };
}

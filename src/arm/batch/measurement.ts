// What is written down of one batch, from the clocks around it and the spans of its tasks.

import type { ArmMeasurement } from '../../model/processes/arm-protocol.ts';
import type { SpanRecorder } from '../tasks/spans/span-recorder.ts';
import { workerGaps } from '../tasks/spans/worker-gaps.ts';
import type { TimedBatch } from '../time-batch.ts';

/** Stands for the outputs of a batch whose strategy stopped waiting for them. */
export const GIVEN_UP: unknown[] = [];

/** The workers of an arm, and what processor time they used meanwhile; null where that is not known. */
export interface WorkersUsed {
  readonly count: number;
  readonly inProcesses: boolean;
  readonly cpuMs: number | null;
}

const NO_WORKERS = { betweenTasksMs: null, unfedMs: null, idleEndMs: null };

/** The sample as far as the arm knows it; `workers` is null where it has none. */
export function measurementOf(timed: TimedBatch, recorder: SpanRecorder, workers: WorkersUsed | null): ArmMeasurement {
  const isGivenUp = timed.outputs === GIVEN_UP;
  const inWorkers = recorder.spans.filter(({ worker }) => worker !== null);
  return {
    wallMs: timed.wallMs,
    // What a process used is on no clock of this one.
    cpuMs: timed.cpuMs + (workers?.inProcesses ? (workers.cpuMs ?? 0) : 0),
    loopCpuMs: timed.loopCpuMs,
    workerCpuMs: workers === null ? 0 : workers.cpuMs,
    loopUtilizationRatio: timed.loopUtilizationRatio,
    gcMs: timed.gcMs,
    // Who gives up at a failure has that failure, and nobody's output.
    completedCount: isGivenUp ? 0 : recorder.completedCount,
    failedCount: isGivenUp ? 1 : recorder.failedCount,
    wastedMs: recorder.wastedMs(),
    inFlightMean: recorder.inFlightMean(timed.window),
    taskMs: recorder.taskMs(),
    longestTaskMs: recorder.longestTaskMs(),
    ioMs: recorder.sum('ioMs'),
    serverMs: recorder.serverMs(),
    atServerMs: recorder.atServerMs(timed.window),
    computeWallMs: recorder.sum('computeWallMs'),
    handoverMs: recorder.sum('handoverMs'),
    ...(workers === null ? NO_WORKERS : workerGaps(inWorkers, workers.count, timed.window)),
  };
}

// The ledger of an arm with worker threads: the time of a worker, mean of all. It ran a task, or one was on its way to it, or
// none was ready, or none was to come; the time in tasks is split by what they did there.

import { type Shape, usesProcesses } from '../../../model/shape.ts';
import { sumOf, type TaskParts } from '../../../theory/task-parts.ts';
import type { Arm } from '../../arms/arm.ts';
import type { ScenarioData } from '../../arms/scenario-data.ts';
import { typicalParts } from '../task-parts-of.ts';
import { typicalGain } from '../thread-gain.ts';
import type { Parts } from './ledger.ts';
import { slower } from './loop-ledger.ts';
import type { MiddleSample } from './middle-samples.ts';
import { PART } from './part-names.ts';

export function workerLedger(shape: Shape, middle: MiddleSample, arm: Arm, data: ScenarioData): Parts {
  const threads = Math.max(1, arm.threads ?? 1);
  const tasks = typicalParts(data, shape);
  const gapsMs = middle.betweenTasksMs + middle.unfedMs + middle.idleEndMs;
  const inTasksMs = Math.max(0, middle.wallMs - gapsMs);
  const wholeTasks = shape.waitsOn !== 'loop';
  const handover = usesProcesses(shape) ? PART.handoverToProcesses : PART.handover;
  // What the main thread waited for is computed here, or all of a task is run here.
  const onlyComputed = { handleMs: 0, computeMs: sumOf(tasks, 'computeMs') / threads };
  return [
    ...(wholeTasks
      ? taskParts(inTasksMs, tasks, threads, middle, data)
      : computing(inTasksMs, onlyComputed, threads, middle, data)),
    [handover, middle.betweenTasksMs],
    [wholeTasks ? handover : PART.unfed, middle.unfedMs],
    [PART.idleWorkers, middle.idleEndMs],
  ];
}

// Workers that run whole tasks, one after another each: their waiting is nobody else's time.
function taskParts(
  inTasksMs: number,
  tasks: readonly TaskParts[],
  threads: number,
  middle: MiddleSample,
  data: ScenarioData,
): Parts {
  const handleMs = sumOf(tasks, 'handleMs') / threads;
  const computeMs = sumOf(tasks, 'computeMs') / threads;
  const workMs = handleMs + computeMs;
  const elsewhereMs = sumOf(tasks, 'elsewhereMs') / threads;
  const waitMs = (sumOf(tasks, 'waitMs') + sumOf(tasks, 'wayMs')) / threads;
  const waitedMs = Math.min(inTasksMs, waitMs);
  const slowestMs = Math.min(waitedMs, Math.max(0, ...tasks.map((task) => task.waitMs + task.wayMs)));
  const restMs = inTasksMs - waitedMs;
  const elsewherePartMs = workMs + elsewhereMs === 0 ? 0 : restMs * (elsewhereMs / (workMs + elsewhereMs));
  return [
    [PART.slowest, slowestMs],
    [PART.oneByOne, waitedMs - slowestMs],
    [PART.elsewhere, elsewherePartMs],
    ...computing(restMs - elsewherePartMs, { handleMs, computeMs }, threads, middle, data),
  ];
}

// Computing as it takes alone, what the same work takes longer beside itself, and what is more than either.
function computing(
  spentMs: number,
  { handleMs, computeMs }: { readonly handleMs: number; readonly computeMs: number },
  threads: number,
  middle: MiddleSample,
  data: ScenarioData,
): Parts {
  const aloneMs = handleMs + computeMs;
  const ownMs = Math.min(spentMs, aloneMs);
  const handledMs = aloneMs === 0 ? 0 : ownMs * (handleMs / aloneMs);
  const besideMs = Math.min(spentMs - ownMs, aloneMs * (threads / Math.min(threads, typicalGain(data, threads)) - 1));
  return [
    [PART.computing, ownMs - handledMs],
    [data.totals?.requestCount ? PART.handling : PART.computing, handledMs],
    [PART.sideBySide, besideMs],
    [slower(middle), spentMs - ownMs - besideMs],
  ];
}

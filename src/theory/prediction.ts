// What a run should take on this machine, with a name for each part. The model (model.ts) is asked again and again,
// with one more kind of cost switched on each time: computing, waiting, the client's own part, handing over to a pool,
// too few cores, too little server. What each adds is its part, so the parts sum to the prediction. Misleads where
// tasks get in each other's way in other manners: memory bandwidth, garbage collection, neighbours on the machine.

import type { TheoryInput } from './input.ts';
import { type ModelSettings, type ModelTask, modelledMs } from './model.ts';

/** A named share of the predicted time. */
export interface PredictionPart {
  readonly name: string;
  /** What it adds to the makespan, in milliseconds; the parts sum to the prediction. */
  readonly ms: number;
}

/** What the model expects. */
export interface Prediction {
  /** Makespan of the batch, in milliseconds. */
  readonly predictedMs: number;
  readonly parts: readonly PredictionPart[];
}

/** Predicts the makespan of a warm batch; 0 and no parts for no tasks. */
export function predict(input: TheoryInput): Prediction {
  if (input.tasks.length === 0) return { predictedMs: 0, parts: [] };
  const workers = Math.max(1, input.threads ?? Math.floor(input.coreCount));
  const ideal: ModelSettings = {
    strategyId: input.strategyId,
    concurrency: Math.max(1, input.concurrency ?? input.tasks.length),
    workers,
    dispatchMs: 0,
    stretchRatio: 1,
  };
  const handing = { ...ideal, dispatchMs: input.prices?.dispatchMs ?? 0 };
  const computing = input.tasks.map((task) => ({ waitMs: 0, clientMs: 0, computeMs: task.computeMs }));
  const waiting = computing.map((task, index) => ({ ...task, waitMs: input.tasks[index]?.serverMs ?? 0 }));
  const asked: ModelTask[] = waiting.map((task, index) => ({ ...task, clientMs: clientMs(input, index) }));
  const onThisMachine = modelledMs(asked, { ...handing, stretchRatio: stretchRatio(input, workers) });
  const totals: readonly (readonly [string, number])[] = [
    ['computing', modelledMs(computing, ideal)],
    ['waiting', modelledMs(waiting, ideal)],
    ['client overhead', modelledMs(asked, ideal)],
    ['handing over to threads', modelledMs(asked, handing)],
    ['too few cores', onThisMachine],
    ['server CPU', Math.max(onThisMachine, serverLimitMs(input))],
  ];
  const parts = totals.map(([name, ms], index) => ({ name, ms: ms - (totals[index - 1]?.[1] ?? 0) }));
  return { predictedMs: totals.at(-1)?.[1] ?? 0, parts: parts.filter((part) => part.ms !== 0) };
}

function clientMs(input: TheoryInput, index: number): number {
  const task = input.tasks[index];
  return task === undefined ? 0 : Math.max(0, task.ioMs - task.serverMs);
}

// Threads share the cores they get; the price list says how much k threads got done over one.
function stretchRatio({ tasks, coreCount, prices }: TheoryInput, workers: number): number {
  const busy = Math.min(workers, tasks.length);
  const speedUp = prices?.effectiveCores[busy - 1] ?? Math.min(busy, coreCount);
  return busy / Math.min(busy, Math.max(1, speedUp));
}

// All requests wait for the same processes; the last answer still has its way home.
function serverLimitMs(input: TheoryInput): number {
  const totalMs = input.tasks.reduce((total, task) => total + task.serverCpuMs, 0);
  if (totalMs === 0) return 0;
  const overheadMs = Math.min(...input.tasks.map((_, index) => clientMs(input, index)));
  return totalMs / Math.max(1, input.serverProcesses) + overheadMs;
}

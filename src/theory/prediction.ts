// What a run should take on this machine: the model (model.ts) with the machine's prices, and never less than the server
// needs. Misleads where tasks get in each other's way in other manners: memory bandwidth, garbage collection, neighbours.

import type { TaskCost } from '../model/document.ts';
import type { TheoryInput } from './input.ts';
import { modelledMs } from './model.ts';
import { listScheduleMs, makespanMs } from './schedule.ts';

/** Makespan of a warm batch, in milliseconds; 0 for no tasks, null for a shape that the model has no rule for. */
export function predictedMs(input: TheoryInput<TaskCost>): number | null {
  const { shape, tasks, concurrency, threads, coreCount, prices } = input;
  if (tasks.length === 0) return 0;
  const workers = Math.max(1, threads ?? Math.floor(coreCount));
  const onThisMachineMs = modelledMs(
    tasks.map((task) => ({ waitMs: task.serverMs, clientMs: clientMs(task), computeMs: task.computeWallMs })),
    {
      shape,
      concurrency: Math.max(1, concurrency ?? tasks.length),
      workers,
      dispatchMs: prices?.dispatchMs ?? 0,
      stretchRatio: stretchRatio(input, workers),
    },
  );
  return onThisMachineMs === null ? null : Math.max(onThisMachineMs, serverLimitMs(input));
}

function clientMs({ ioMs, serverMs }: TaskCost): number {
  return Math.max(0, ioMs - serverMs);
}

// Threads share the cores they get; the price list says how much k threads got done over one.
function stretchRatio({ tasks, coreCount, prices }: TheoryInput<TaskCost>, workers: number): number {
  const busy = Math.min(workers, tasks.length);
  const speedUp = prices?.effectiveCores[busy - 1] ?? Math.min(busy, coreCount);
  return busy / Math.min(busy, Math.max(1, speedUp));
}

// All requests wait for the same processes and the same places; the last answer still has its way home.
function serverLimitMs({ tasks, serverProcesses, serverSlots }: TheoryInput<TaskCost>): number {
  const totalMs = tasks.reduce((total, task) => total + task.serverCpuMs, 0);
  const cpuMs = totalMs / Math.max(1, serverProcesses);
  const servedMs = tasks.map(({ serverMs }) => serverMs);
  const doorMs = serverSlots === null ? 0 : makespanMs(listScheduleMs(servedMs, serverSlots));
  const limitMs = Math.max(cpuMs, doorMs);
  return limitMs === 0 ? 0 : limitMs + tasks.reduce((least, task) => Math.min(least, clientMs(task)), Infinity);
}

// The time no run of a strategy can beat. Built only from what must happen: the delays the server delivers, the CPU
// time of the computing parts, one main thread, c slots, w workers, whole cores, the server's own CPU. Overheads are
// left out, however certain they seem, for a floor that is sometimes above the truth is worth nothing; effective cores
// count rounded up for the same reason. Calibration noise passes straight through: the audit brings a tolerance.

import type { TaskCalibration } from '../model/document.ts';
import { machineBoundMs, releaseBoundMs } from './bounds.ts';
import { batchesOf } from './chunks.ts';
import type { TheoryInput } from './input.ts';

/** The least makespan of the batch under the strategy, in milliseconds; 0 for no tasks. */
export function floorMs(input: TheoryInput): number {
  if (input.tasks.length === 0) return 0;
  return Math.max(strategyFloorMs(input), serverFloorMs(input));
}

function strategyFloorMs(input: TheoryInput): number {
  const { tasks, threads } = input;
  const slots = input.concurrency ?? tasks.length;
  const workers = Math.min(threads ?? wholeCores(input), tasks.length);
  const cores = Math.min(workers, wholeCores(input));
  switch (input.strategyId) {
    case 'sequential':
      return sum(tasks.map(aloneMs));
    case 'gather':
    case 'settled':
      return arrivalFloorMs(tasks, 1);
    case 'bounded':
      return Math.max(machineBoundMs(tasks.map(aloneMs), slots), arrivalFloorMs(tasks, 1));
    case 'batches':
      return sum(batchesOf(tasks, slots).map((batch) => arrivalFloorMs(batch, 1)));
    case 'pool':
    case 'pool-chunked':
      return Math.max(machineBoundMs(tasks.map(aloneMs), workers), arrivalFloorMs(tasks, cores));
    case 'pool-gather':
    case 'gather+pool':
      return arrivalFloorMs(tasks, cores);
    default:
      // Unknown schedule: every core and every overlap is granted to it.
      return arrivalFloorMs(tasks, Math.max(wholeCores(input), threads ?? 1));
  }
}

// Every answer asked for at once, computed as it arrives on so many cores.
function arrivalFloorMs(tasks: readonly TaskCalibration[], cores: number): number {
  return releaseBoundMs(
    tasks.map((task) => ({ atMs: task.serverMs, computeMs: task.computeMs })),
    cores,
  );
}

function serverFloorMs({ tasks, serverProcesses }: TheoryInput): number {
  return sum(tasks.map((task) => task.serverCpuMs)) / Math.max(1, serverProcesses);
}

function wholeCores({ coreCount, prices }: TheoryInput): number {
  return Math.max(1, Math.ceil(coreCount), prices?.effectiveCores.length ?? 0);
}

function aloneMs(task: TaskCalibration): number {
  return task.serverMs + task.computeMs;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

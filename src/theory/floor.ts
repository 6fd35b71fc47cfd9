// The time no run of a schedule can beat. Built only from what must happen: the delays the server delivers, the CPU
// time of the computing parts, one main thread, c slots, w workers, whole cores, the server's own CPU. Overheads are
// left out, however certain they seem, for a floor that is sometimes above the truth is worth nothing; effective cores
// count rounded up for the same reason. Calibration noise passes straight through: the audit brings a tolerance.

import type { TaskCost } from '../model/document.ts';
import { batchesOf } from './batches.ts';
import { machineBoundMs, releaseBoundMs } from './bounds.ts';
import type { TheoryInput } from './input.ts';

/** The least makespan of the batch under a schedule of that shape, in milliseconds; 0 for no tasks. */
export function floorMs(input: TheoryInput<TaskCost>): number {
  if (input.tasks.length === 0) return 0;
  return Math.max(scheduleFloorMs(input), serverFloorMs(input));
}

function scheduleFloorMs(input: TheoryInput<TaskCost>): number {
  const { shape, tasks } = input;
  const workers = Math.min(input.threads ?? wholeCores(input), tasks.length);
  const cores = shape.computesOn === 'loop' ? 1 : Math.min(workers, wholeCores(input));
  const slots = input.concurrency ?? tasks.length;
  switch (shape.waits) {
    case 'one':
      if (shape.waitsOn === 'loop') return sum(tasks.map(aloneMs));
      return Math.max(machineBoundMs(tasks.map(aloneMs), workers), arrivalFloorMs(tasks, cores));
    case 'all':
      return arrivalFloorMs(tasks, cores);
    case 'bounded':
      return Math.max(machineBoundMs(tasks.map(aloneMs), slots), arrivalFloorMs(tasks, cores));
    case 'batches':
      return sum(batchesOf(tasks, slots).map((batch) => arrivalFloorMs(batch, cores)));
  }
}

// Every answer asked for at once, computed as it arrives on so many cores.
function arrivalFloorMs(tasks: readonly TaskCost[], cores: number): number {
  return releaseBoundMs(
    tasks.map((task) => ({ atMs: task.serverMs, computeMs: task.computeCpuMs })),
    cores,
  );
}

// The server's processor, and its door: what it lets in is served at once, the rest waits for a place.
function serverFloorMs({ tasks, serverProcesses, serverSlots }: TheoryInput<TaskCost>): number {
  const cpuMs = sum(tasks.map((task) => task.serverCpuMs)) / Math.max(1, serverProcesses);
  if (serverSlots === null) return cpuMs;
  return Math.max(
    cpuMs,
    machineBoundMs(
      tasks.map(({ serverMs }) => serverMs),
      serverSlots,
    ),
  );
}

function wholeCores({ coreCount, prices }: TheoryInput<TaskCost>): number {
  return Math.max(1, Math.ceil(coreCount), prices?.effectiveCores.length ?? 0);
}

function aloneMs(task: TaskCost): number {
  return task.serverMs + task.computeCpuMs;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

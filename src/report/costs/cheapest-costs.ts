// Calibration runs each task alone a few times; the arms run it hundreds of times. Whatever gets in the way of a task
// only adds to it, so a floor wants the cheapest: the lower of what was calibrated and of the cheapest round of most
// arms. Most arms, not the best one: an arm that skips work must not lower the bar that it is held against. Predictions
// want the typical cost and use the calibration as it is.

import type { TaskCost } from '../../model/document/document.ts';
import { median } from '../../stats/quantile.ts';
import type { Arm, SampleField } from '../arms/arm.ts';

/** Factors on the calibrated costs; 1 leaves them as they are. */
export interface CostRatios {
  /** On the computing part. */
  readonly compute: number;
  /** On the server's CPU time. */
  readonly serverCpu: number;
  /** On the CPU time of the `io` part. */
  readonly handle: number;
  /** On all that the server accounts for. */
  readonly server: number;
}

/** The calibration with every cost that most arms undercut in their cheapest round lowered to theirs. */
export function cheapestCosts(calibration: readonly TaskCost[], arms: readonly Arm[]): TaskCost[] {
  const measured = arms.filter(({ samples }) => samples.length > 0);
  const capped = capLongest(calibration, measured);
  const lower = (field: keyof TaskCost, sampleField: SampleField): number => {
    const calibratedMs = capped.reduce((sum, task) => sum + task[field], 0);
    if (calibratedMs === 0 || measured.length === 0) return 1;
    return Math.min(1, median(measured.map((arm) => arm.leastOf(sampleField))) / calibratedMs);
  };
  const serverRatio = lower('serverMs', 'serverMs');
  const costs = scaleCosts(capped, {
    compute: lower('computeCpuMs', 'computeWallMs'),
    serverCpu: lower('serverCpuMs', 'serverCpuMs'),
    ...{ handle: 1, server: 1 },
  });
  return costs.map((task, index) => {
    const calibrated = capped[index] ?? task;
    const serverMs = Math.min(task.serverMs, calibrated.serverMs * serverRatio);
    const savedMs = calibrated.serverMs - serverMs;
    return { ...task, serverMs, ioMs: calibrated.ioMs - savedMs, wallMs: calibrated.wallMs - savedMs };
  });
}

// A gathered batch cannot end before its longest task, so one task that was calibrated in a bad moment lifts the floor
// of the whole batch. No task can need longer than the longest one of a round of most arms.
function capLongest(calibration: readonly TaskCost[], measured: readonly Arm[]): TaskCost[] {
  if (measured.length === 0) return [...calibration];
  const mostMs = median(measured.map((arm) => arm.leastOf('longestTaskMs')));
  return calibration.map((task) => {
    const computeCpuMs = Math.min(task.computeCpuMs, mostMs);
    const savedMs = task.serverMs - Math.min(task.serverMs, mostMs - computeCpuMs);
    const serverMs = task.serverMs - savedMs;
    return {
      ...task,
      wallMs: Math.min(task.wallMs - savedMs, Math.max(mostMs, serverMs + task.ioCpuMs + task.computeWallMs)),
      ioMs: task.ioMs - savedMs,
      serverMs,
      serverCpuMs: Math.min(task.serverCpuMs, serverMs),
      computeCpuMs,
    };
  });
}

/** The same tasks at other costs. Server CPU saved is saved from the answer's time as well. */
export function scaleCosts(tasks: readonly TaskCost[], ratios: CostRatios): TaskCost[] {
  return tasks.map((task) => {
    // Of both savings at the server the larger counts.
    const savedCpuMs = task.serverCpuMs * (1 - ratios.serverCpu);
    const savedServerMs = Math.max(savedCpuMs, task.serverMs * (1 - ratios.server));
    const ioCpuMs = task.ioCpuMs * ratios.handle;
    const savedMs = savedServerMs + task.ioCpuMs - ioCpuMs;
    return {
      ...task,
      wallMs: task.wallMs - savedMs,
      ioMs: task.ioMs - savedMs,
      serverMs: task.serverMs - savedServerMs,
      serverCpuMs: task.serverCpuMs - savedCpuMs,
      ioCpuMs,
      computeCpuMs: task.computeCpuMs * ratios.compute,
    };
  });
}

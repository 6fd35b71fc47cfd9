// What tasks cost alone, from all that ran them so: the calibration ran each a few times, and arms that run one task after
// another ran the whole batch in every round. Their sum over the batch sets the scale; the calibration tells tasks apart.

import type { TaskCost } from '../../model/document/document.ts';
import { isOneByOne } from '../../model/shape.ts';
import { median } from '../../stats/quantile.ts';
import type { Arm } from '../arms/arm.ts';

/** A calibration farther from the rounds than this was not of the same work, and neither explains the other. */
const MOST_SCALE = 2;
/** So close, both say the same. */
const SAME_RATIO = 0.02;
/** Other threads that used less than this share of the batch's time are the collector and the compiler: nobody waits for them. */
const LEAST_ELSEWHERE_RATIO = 0.2;

/** The middle of what tasks cost, for predictions. */
export function typicalCosts(calibrated: readonly TaskCost[], arms: readonly Arm[]): TaskCost[] {
  const told = withoutNoise(calibrated);
  const takenMs = oneByOneOf(arms).map((arm) => arm.medianOf('taskMs'));
  return scaled(told, takenMs.length === 0 ? 1 : ratioTo(told, median(takenMs)));
}

/** The least of what they cost, for floors; scaled down at most. */
export function leastCosts(calibrated: readonly TaskCost[], arms: readonly Arm[]): TaskCost[] {
  const told = withoutNoise(calibrated);
  const takenMs = oneByOneOf(arms).map((arm) => arm.leastOf('taskMs'));
  // One such arm that skips work must not lower the bar for all: the one that took longest counts.
  return scaled(told, Math.min(1, takenMs.length === 0 ? 1 : ratioTo(told, Math.max(...takenMs))));
}

function oneByOneOf(arms: readonly Arm[]): Arm[] {
  return arms.filter(({ shape, samples }) => shape !== null && isOneByOne(shape) && samples.length > 0);
}

function ratioTo(tasks: readonly TaskCost[], takenMs: number): number {
  const wallMs = tasks.reduce((sum, task) => sum + task.wallMs, 0);
  const ratio = takenMs / wallMs;
  const isConfirmed = Math.abs(ratio - 1) < SAME_RATIO;
  return !isConfirmed && ratio > 1 / MOST_SCALE && ratio < MOST_SCALE ? ratio : 1;
}

// What the server accounts for is a delay of its own and has its own scale.
function scaled(tasks: readonly TaskCost[], ratio: number): TaskCost[] {
  return tasks.map((task) => {
    const ownMs = Math.max(0, task.ioMs - task.serverMs) * ratio;
    const computeWallMs = task.computeWallMs * ratio;
    const restMs = Math.max(0, task.wallMs - task.ioMs - task.computeWallMs) * ratio;
    return {
      ...task,
      ...{ wallMs: task.serverMs + ownMs + computeWallMs + restMs, ioMs: task.serverMs + ownMs, computeWallMs },
      ioCpuMs: task.ioCpuMs * ratio,
      computeCpuMs: task.computeCpuMs * ratio,
      otherCpuMs: task.otherCpuMs * ratio,
    };
  });
}

function withoutNoise(tasks: readonly TaskCost[]): TaskCost[] {
  const sum = (field: keyof TaskCost) => tasks.reduce((total, task) => total + task[field], 0);
  const isNoise = sum('otherCpuMs') < LEAST_ELSEWHERE_RATIO * sum('wallMs');
  return isNoise ? tasks.map((task) => ({ ...task, otherCpuMs: 0 })) : [...tasks];
}

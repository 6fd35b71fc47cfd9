// Calibration runs each task alone a few times; the arms run it hundreds of times. Where most arms needed less for the
// same work than calibration says, calibration met a disturbance, and a floor built on it would lie above the truth. So
// each cost is the lower of the calibrated one and the median over the arms: one arm that cheats moves no median.

import type { TaskCalibration } from '../model/document.ts';
import { median } from '../stats/quantile.ts';
import type { Arm, SampleField } from './arm.ts';

/** Factors on the calibrated costs; 1 leaves them as they are. */
export interface CostRatios {
  /** On the computing part. */
  readonly compute: number;
  /** On the server's CPU time. */
  readonly serverCpu: number;
}

/** The calibration with every cost that most arms undercut lowered to theirs. */
export function refineCalibration(calibration: readonly TaskCalibration[], arms: readonly Arm[]): TaskCalibration[] {
  const measured = arms.filter(({ samples }) => samples.length > 0);
  const lower = (field: keyof TaskCalibration, sampleField: SampleField): number => {
    const calibratedMs = calibration.reduce((sum, task) => sum + task[field], 0);
    if (calibratedMs === 0 || measured.length === 0) return 1;
    return Math.min(1, median(measured.map((arm) => arm.medianOf(sampleField))) / calibratedMs);
  };
  const serverRatio = lower('serverMs', 'serverMs');
  const costs = scaleCosts(calibration, {
    compute: lower('computeMs', 'computeCpuMs'),
    serverCpu: lower('serverCpuMs', 'serverCpuMs'),
  });
  return costs.map((task, index) => {
    const calibrated = calibration[index] ?? task;
    const serverMs = Math.min(task.serverMs, calibrated.serverMs * serverRatio);
    return { ...task, serverMs, ioMs: calibrated.ioMs - (calibrated.serverMs - serverMs) };
  });
}

/** The same tasks at other costs. Server CPU saved is saved from the answer's time as well. */
export function scaleCosts(tasks: readonly TaskCalibration[], ratios: CostRatios): TaskCalibration[] {
  return tasks.map((task) => {
    const savedMs = task.serverCpuMs * (1 - ratios.serverCpu);
    return {
      ioMs: task.ioMs - savedMs,
      serverMs: task.serverMs - savedMs,
      serverCpuMs: task.serverCpuMs - savedMs,
      computeMs: task.computeMs * ratios.compute,
    };
  });
}

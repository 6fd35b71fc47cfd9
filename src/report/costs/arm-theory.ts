// Floors and predictions for the arms of a document: turns cells, calibration and the price list into what theory/ asks
// for. Floors use the cores the machine has, because a floor must hold even if the probe met a busy moment; predictions
// use the cores it gave. The fixture server is one process.

import type { Preflight } from '../../model/document.ts';
import { floorMs } from '../../theory/floor.ts';
import { predict } from '../../theory/prediction.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { type CostRatios, scaleCosts } from './cheapest-costs.ts';

/** A schedule to calculate: a measured cell's, or one that a reader could try. */
export interface Schedule {
  readonly strategyId: string;
  readonly concurrency: number | null;
  readonly threads: number | null;
}

/** What may differ from the run when a bound is asked for. */
export interface FloorChange {
  readonly ratios?: CostRatios;
  readonly serverProcesses?: number;
}

/** Lower bound of a schedule's makespan, in milliseconds; null without calibration. */
export function floorOf(schedule: Schedule, data: ScenarioData, change: FloorChange = {}): number | null {
  if (data.tasks.length === 0) return null;
  return floorMs({
    ...settingsOf(schedule),
    tasks: scaleCosts(data.cheapestTasks, change.ratios ?? { compute: 1, serverCpu: 1 }),
    coreCount: Math.max(1, data.coreCount),
    serverProcesses: change.serverProcesses ?? 1,
    prices: data.preflight,
  });
}

/** What the model expects of a schedule, in milliseconds; null without calibration. */
export function predictionOf(schedule: Schedule, data: ScenarioData): number | null {
  if (data.tasks.length === 0) return null;
  return predict({
    ...settingsOf(schedule),
    tasks: data.tasks,
    coreCount: effectiveCores(data.preflight, schedule.threads, data.coreCount),
    serverProcesses: 1,
    prices: data.preflight,
  }).predictedMs;
}

/** Cores that k threads got when the machine was probed; the nominal count where it was not. At least 1. */
export function effectiveCores(preflight: Preflight | null, threads: number | null, coreCount: number): number {
  const measured = preflight?.effectiveCores ?? [];
  const index = Math.min(threads ?? 1, measured.length) - 1;
  return Math.max(1, measured[index] ?? coreCount);
}

// A cell holds more than its schedule; only these three matter to theory.
function settingsOf({ strategyId, concurrency, threads }: Schedule): Schedule {
  return { strategyId, concurrency, threads };
}

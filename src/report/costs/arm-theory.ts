// Floors and predictions for the arms of a document: turns cells, calibration and the price list into what theory/ asks
// for. Floors use the cores the machine has, because a floor must hold even if the probe met a busy moment; predictions
// use the cores it gave.

import type { Preflight } from '../../model/document.ts';
import { floorMs } from '../../theory/floor.ts';
import { predictedMs } from '../../theory/prediction.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { type CostRatios, scaleCosts } from './cheapest-costs.ts';

/** A schedule to calculate: a measured arm's, or one that a reader could try. */
export type Schedule = Pick<Arm, 'shape' | 'concurrency' | 'threads'>;

/** What may differ from the run when a bound is asked for. */
export interface FloorChange {
  readonly ratios?: CostRatios;
  readonly serverProcesses?: number;
}

/** Lower bound of a schedule's makespan, in milliseconds; null without calibration or for an unknown shape. */
export function floorOf(schedule: Schedule, data: ScenarioData, change: FloorChange = {}): number | null {
  const { shape, concurrency, threads } = schedule;
  if (data.tasks.length === 0 || shape === null) return null;
  return floorMs({
    shape,
    concurrency,
    threads,
    tasks: scaleCosts(data.cheapestTasks, change.ratios ?? { compute: 1, serverCpu: 1 }),
    coreCount: Math.max(1, data.coreCount),
    serverProcesses: change.serverProcesses ?? serverProcessesOf(data),
    serverSlots: serverSlotsOf(data),
    prices: data.preflight,
  });
}

/** What the model expects of a schedule, in milliseconds; null without calibration or for a shape it has no rule for. */
export function predictionOf(schedule: Schedule, data: ScenarioData): number | null {
  const { shape, concurrency, threads } = schedule;
  if (data.tasks.length === 0 || shape === null) return null;
  return predictedMs({
    shape,
    concurrency,
    threads,
    tasks: data.tasks,
    coreCount: effectiveCores(data.preflight, threads, data.coreCount),
    serverProcesses: serverProcessesOf(data),
    serverSlots: serverSlotsOf(data),
    prices: data.preflight,
  });
}

/** Processes of the fixture server that share the work. */
export function serverProcessesOf(data: ScenarioData): number {
  return Math.max(1, fixtureNumber(data, 'processes') ?? 1);
}

/** Requests that the server lets in at once, as the scenario asked for it; null where it lets in all. */
export function serverSlotsOf(data: ScenarioData): number | null {
  const limit = fixtureNumber(data, 'inServiceLimit');
  return limit === null ? null : Math.max(1, limit) * serverProcessesOf(data);
}

function fixtureNumber({ record }: ScenarioData, option: string): number | null {
  const value = record.fixture[option];
  return typeof value === 'number' ? value : null;
}

/** Cores that k threads got when the machine was probed; the nominal count where it was not. At least 1. */
export function effectiveCores(preflight: Preflight | null, threads: number | null, coreCount: number): number {
  const measured = preflight?.effectiveCores ?? [];
  const index = Math.min(threads ?? 1, measured.length) - 1;
  return Math.max(1, measured[index] ?? coreCount);
}

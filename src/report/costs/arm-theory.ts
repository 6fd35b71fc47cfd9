// Floors and predictions for the arms of a document: turns costs, probes and limits into what theory/ asks for. Floors count
// with the least that was seen, because they must hold even if all the rest met busy moments; predictions with the middle.

import { usesProcesses } from '../../model/shape.ts';
import { median } from '../../stats/quantile.ts';
import { CERTAIN, EXPECTED, floorMs } from '../../theory/floor.ts';
import { NO_TRAVEL, type TheoryInput, type Travel } from '../../theory/input.ts';
import { predictedMs } from '../../theory/prediction.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { type CostRatios, scaleCosts } from './cheapest-costs.ts';
import { doorOf, doorOfServer } from './door.ts';
import { serverProcessesOf } from './server-load.ts';
import { cheapestParts, typicalParts } from './task-parts-of.ts';
import { mostGain, nominalCores, typicalGain } from './thread-gain.ts';

/** A schedule to calculate: a measured arm's, or one that a reader could try. */
export type Schedule = Pick<Arm, 'shape' | 'concurrency' | 'threads'>;

/** What may differ from the run when a bound is asked for. */
export interface FloorChange {
  readonly ratios?: CostRatios;
  readonly serverProcesses?: number;
}

/**
 * Lower bound of a schedule's makespan, in milliseconds, with what threads and peers gave at best; null without calibration or
 * for an unknown shape.
 */
export function floorOf(schedule: Schedule, data: ScenarioData, change: FloorChange = {}): number | null {
  const { threads } = schedule;
  // Probes tell of threads: of processes nothing is taken for granted but the cores that there are.
  const isProbed = !inProcesses(schedule);
  return boundOf(schedule, data, change, {
    computeCores: threads === null ? 1 : isProbed ? mostGain(data, threads) : nominalCores(data, threads),
    elsewhereCores: isProbed ? mostGain(data, null) : nominalCores(data, ANY_COUNT),
    door: doorOf(data),
    travel: isProbed ? travelOf(data, threads, (values) => Math.min(...values)) : NO_TRAVEL,
    isCertain: false,
  });
}

/** The same with nothing but what is certain: what the server accounts for, every core there is, no limit but one asked for. */
export function hardFloorOf(schedule: Schedule, data: ScenarioData, change: FloorChange = {}): number | null {
  const { threads } = schedule;
  return boundOf(schedule, data, change, {
    computeCores: threads === null ? 1 : nominalCores(data, threads),
    elsewhereCores: nominalCores(data, inProcesses(schedule) ? ANY_COUNT : null),
    door: doorOfServer(data),
    travel: NO_TRAVEL,
    isCertain: true,
  });
}

/** Each process has libuv's threads of its own. */
const ANY_COUNT = Number.POSITIVE_INFINITY;

function inProcesses({ shape }: Schedule): boolean {
  return shape !== null && usesProcesses(shape);
}

function boundOf(
  { shape, concurrency, threads }: Schedule,
  data: ScenarioData,
  { ratios, serverProcesses }: FloorChange,
  given: Pick<TheoryInput, 'computeCores' | 'elsewhereCores' | 'door' | 'travel'> & { readonly isCertain: boolean },
): number | null {
  if (data.cheapestTasks.length === 0 || shape === null) return null;
  const cheapestTasks = ratios === undefined ? data.cheapestTasks : scaleCosts(data.cheapestTasks, ratios);
  const parts = cheapestParts({ ...data, cheapestTasks }, shape);
  const tasks = parts.map((task) => (given.isCertain ? { ...task, waitMs: task.serverMs, wayMs: 0 } : task));
  const { coreCount } = data;
  return floorMs(
    {
      ...{ shape, concurrency, threads, coreCount, tasks, ...given },
      serverProcesses: serverProcesses ?? serverProcessesOf(data),
    },
    given.isCertain ? CERTAIN : EXPECTED,
  );
}

/** What the model expects of a schedule, in milliseconds; null without calibration or for a shape it has no rule for. */
export function predictionOf({ shape, concurrency, threads }: Schedule, data: ScenarioData): number | null {
  if (data.tasks.length === 0 || shape === null) return null;
  return predictedMs({
    ...{ shape, concurrency, threads },
    tasks: typicalParts(data, shape),
    serverProcesses: serverProcessesOf(data),
    door: doorOf(data),
    coreCount: data.coreCount,
    computeCores: threads === null ? 1 : typicalGain(data, threads),
    elsewhereCores: typicalGain(data, null),
    travel: warmTravelOf(data, threads),
  });
}

// Handing over task after task costs the main thread less than one alone: arms that do tell how much, by its processor time.
function warmTravelOf(data: ScenarioData, threads: number | null): Travel {
  const travel = travelOf(data, threads, median);
  const perTask = data.arms.flatMap((arm) => {
    const { shape, samples, cell } = arm;
    const handsOver = shape?.waitsOn === 'workers' && arm.threads === threads && samples.length > 0;
    const loopCpuMs = handsOver ? arm.knownMedianOf('loopCpuMs') : null;
    return loopCpuMs === null ? [] : [loopCpuMs / cell.taskCount];
  });
  return perTask.length === 0 ? travel : { ...travel, loopMs: median(perTask) };
}

// The way of this work's own messages where it was probed, of an empty one where it was not. What is more than the way of an
// empty one and not the main thread's is the worker's: packing and unpacking there.
function travelOf(
  { record, preflight }: ScenarioData,
  threads: number | null,
  pick: (values: number[]) => number,
): Travel {
  if (threads === null) return NO_TRAVEL;
  const emptyMs = preflight?.dispatchMs ?? 0;
  const probes = record.sideBySide.filter((probe) => probe.threads === threads);
  if (probes.length === 0) return { ...NO_TRAVEL, wayMs: emptyMs };
  const wayMs = pick(probes.map(({ travelMs }) => Math.max(0, travelMs)));
  const loopMs = Math.min(wayMs, pick(probes.map(({ travelCpuMs }) => travelCpuMs)));
  return { wayMs, loopMs, workerMs: Math.max(0, wayMs - loopMs - emptyMs) };
}

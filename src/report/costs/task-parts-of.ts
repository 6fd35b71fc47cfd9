// The tasks of a scenario as theory reads them: what each costs alone, split by what it needs, and the share of handling that
// is left when many are under way at once.

import type { TaskCost } from '../../model/document/document.ts';
import type { Shape } from '../../model/shape.ts';
import { isOneByOne } from '../../model/shape.ts';
import { median } from '../../stats/quantile.ts';
import { partsOf, type TaskParts } from '../../theory/task-parts.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** Round trip of an empty request where the machine was not probed. */
const USUAL_REQUEST_MS = 0.3;
/** Of handling one by one, what is typically left of it together, where no arm tells. */
const USUAL_TOGETHER_RATIO = 0.5;
const MOST_TOGETHER_RATIO = 1.2;

/** Tasks at their costs alone, split on this machine's terms; `computing` is the clock of the `cpu` part. */
export function splitTasks(
  tasks: readonly TaskCost[],
  data: ScenarioData,
  computing: 'computeCpuMs' | 'computeWallMs' = 'computeWallMs',
): TaskParts[] {
  const requestFloorMs = data.preflight?.requestFloorMs || USUAL_REQUEST_MS;
  return tasks.map((task) => partsOf(task, requestFloorMs, computing));
}

/** What a prediction for such a schedule counts with: the middle of everything. */
export function typicalParts(data: ScenarioData, shape: Shape): TaskParts[] {
  const parts = splitTasks(data.tasks, data);
  return handledTogether(parts, isTogether(shape) ? (togetherRatio(data, median) ?? USUAL_TOGETHER_RATIO) : 1);
}

/** What a floor counts with: the least of everything, and nothing that was not told apart. */
export function cheapestParts(data: ScenarioData, shape: Shape): TaskParts[] {
  const parts = splitTasks(data.cheapestTasks, data, 'computeCpuMs');
  if (!isTogether(shape)) return parts;
  return handledTogether(parts, Math.min(1, togetherRatio(data, (ratios) => Math.min(...ratios)) ?? 0));
}

/** True where one loop handles what many tasks need at once: sending and receiving many costs less than as many times one. */
function isTogether(shape: Shape): boolean {
  return shape.waitsOn === 'loop' && !isOneByOne(shape);
}

function handledTogether(parts: readonly TaskParts[], ratio: number): TaskParts[] {
  return parts.map((task) => ({ ...task, handleMs: task.handleMs * ratio }));
}

/** CPU time of handling in arms that handle many at once over that of handling them alone; null where no arm tells. */
function togetherRatio(data: ScenarioData, pick: (ratios: number[]) => number): number | null {
  const { totals } = data;
  if (totals === null || totals.ioCpuMs === 0) return null;
  const ratios = data.arms.flatMap((arm) => {
    const handledMs = handledMsOf(arm, totals.computeCpuMs);
    return handledMs === null ? [] : [Math.min(MOST_TOGETHER_RATIO, Math.max(0, handledMs / totals.ioCpuMs))];
  });
  return ratios.length === 0 ? null : pick(ratios);
}

function handledMsOf({ shape, samples, ...arm }: Arm, computeCpuMs: number): number | null {
  if (shape === null || !isTogether(shape) || shape.computesOn !== 'loop' || samples.length === 0) return null;
  const loopCpuMs = arm.knownMedianOf('loopCpuMs');
  return loopCpuMs === null ? null : loopCpuMs - computeCpuMs;
}

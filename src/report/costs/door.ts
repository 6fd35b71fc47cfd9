// A place through which only so many tasks get at once. The server's own limit stands in the file. One outside, such as a
// lock, a pool of connections or a quota, shows in the arms: tasks that wait alone for a moment wait longer and longer when
// many are started, while neither the loop nor the server is busier for it. How many get through at once is then counted;
// an arm that got more through refutes it.

import { isOneByOne } from '../../model/shape.ts';
import { type Door, NO_TRAVEL } from '../../theory/input.ts';
import { modelledMs } from '../../theory/model.ts';
import { heldMs, sumOf } from '../../theory/task-parts.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { serverIsSubject, serverSlotsOf } from './server-load.ts';
import { splitTasks, typicalParts } from './task-parts-of.ts';

const LEAST_WAITING_RATIO = 0.5;
/** A batch this many times as long as its schedule would take, requests handled and all, cannot have overlapped its waits so. */
const HELD_UP_RATIO = 1.5;
const IDLE_LOOP_RATIO = 0.5;
/** The server accounts for no more than this over what it did for single tasks. */
const SAME_SERVER_RATIO = 1.3;
/** A batch's start and end belong to no slot. */
const ENDS_RATIO = 0.15;
/** What a schedule on the loop has of workers. */
const ON_LOOP = { workers: 1, travel: NO_TRAVEL, stretchRatio: 1, loopHasCore: true };

/** The door of a scenario; null where there is none, or none that can be told. */
export function doorOf(data: ScenarioData): Door | null {
  return doorOfServer(data) ?? doorOutside(data);
}

/** The server's, as the scenario asked for it. */
export function doorOfServer(data: ScenarioData): Door | null {
  const slotCount = serverSlotsOf(data);
  return slotCount === null ? null : { slotCount, at: 'server' };
}

function doorOutside(data: ScenarioData): Door | null {
  // Answers that are computed one after another need no door to come one after another.
  if (serverIsSubject(data)) return null;
  const through = data.arms.flatMap((arm) => throughOf(arm, data));
  const slots = through.filter(({ isHeldUp }) => isHeldUp).map(({ atOnceCount }) => atOnceCount);
  if (slots.length === 0) return null;
  const slotCount = Math.max(...slots);
  const isRefuted = through.some(({ isHeldUp, atOnceCount }) => !isHeldUp && atOnceCount > slotCount);
  return isRefuted ? null : { slotCount, at: 'outside' };
}

/** How many tasks an arm that waits on its loop got through at once, and whether something held them up. */
function throughOf(arm: Arm, data: ScenarioData): { readonly isHeldUp: boolean; readonly atOnceCount: number }[] {
  const { shape, concurrency, samples } = arm;
  const { totals } = data;
  if (shape === null || totals === null || isOneByOne(shape) || samples.length === 0) return [];
  if (shape.waitsOn !== 'loop' || shape.computesOn !== 'loop') return [];
  const parts = splitTasks(data.tasks, data);
  const waitMs = sumOf(parts, 'waitMs');
  const behindMs = parts.reduce((sum, task) => sum + heldMs(task), 0);
  const wallMs = arm.medianOf('wallMs');
  const settings = { shape, concurrency: concurrency ?? parts.length, ...ON_LOOP };
  // The schedule is played out last, and for few: it is most of the work.
  const isHeldUp =
    waitMs >= LEAST_WAITING_RATIO * totals.wallMs &&
    arm.medianOf('loopUtilizationRatio') < IDLE_LOOP_RATIO &&
    arm.medianOf('serverMs') <= SAME_SERVER_RATIO * totals.serverMs &&
    wallMs >= HELD_UP_RATIO * (modelledMs(typicalParts(data, shape), settings) ?? Infinity);
  return [{ isHeldUp, atOnceCount: Math.max(1, Math.ceil(behindMs / wallMs - ENDS_RATIO)) }];
}

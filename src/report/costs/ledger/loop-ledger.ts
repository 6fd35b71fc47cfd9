// The ledger of an arm that does everything on its main thread. The event loop's own clock says for how long it was busy; its
// thread's, for how much of that it had a processor. While it was idle, tasks waited: as they would have alone, because the
// schedule held them back, or for something that held them up.

import type { Shape } from '../../../model/shape.ts';
import { scheduledWaitMs } from '../../../theory/scheduled-wait.ts';
import { heldMs, sumOf, type TaskParts } from '../../../theory/task-parts.ts';
import type { Arm } from '../../arms/arm.ts';
import type { ScenarioData } from '../../arms/scenario-data.ts';
import { serverIsSubject, serverProcessesOf } from '../server-load.ts';
import { typicalParts } from '../task-parts-of.ts';
import type { Parts } from './ledger.ts';
import type { MiddleSample } from './middle-samples.ts';
import { PART } from './part-names.ts';

/** Other programs count as a cause from this many cores on. */
const NOTICEABLE_CORES = 0.1;
/** The loop was away from its processor for this share of the batch before it is worth a name. */
const LEAST_AWAY_RATIO = 0.1;
/** `io` whose tasks ask nobody and work for this share of their time computes. */
const COMPUTING_IO_RATIO = 0.5;

/** Busy and idle time, each split by name; they are all the time there was. */
export function loopLedger(shape: Shape, middle: MiddleSample, arm: Arm, data: ScenarioData): Parts {
  const tasks = typicalParts(data, shape);
  const idleMs = Math.max(0, middle.wallMs - middle.busyMs);
  return [...busyParts(middle, tasks, data), ...idleParts(shape, middle, idleMs, tasks, arm, data)];
}

function busyParts(middle: MiddleSample, tasks: readonly TaskParts[], data: ScenarioData): Parts {
  const { totals } = data;
  const { busyMs, loopCpuMs, computeWallMs } = middle;
  const computingMs = Math.min(busyMs, computeWallMs);
  const aloneMs = Math.min(computingMs, sumOf(tasks, 'computeMs'));
  const restMs = busyMs - computingMs;
  const awayMs = Math.min(restMs, Math.max(0, busyMs - loopCpuMs));
  // A little of it is the system's scheduling and belongs to the work that it interrupted.
  const heldOffMs = awayMs < LEAST_AWAY_RATIO * middle.wallMs ? 0 : awayMs;
  const computesInIo =
    totals !== null && totals.requestCount === 0 && totals.ioCpuMs > COMPUTING_IO_RATIO * totals.ioMs;
  return [
    [PART.computing, aloneMs],
    [slower(middle), computingMs - aloneMs],
    [computesInIo ? PART.computing : handlingName(data), restMs - heldOffMs],
    [isDisturbed(middle) ? PART.foreign : PART.heldOff, heldOffMs],
  ];
}

function idleParts(
  shape: Shape,
  middle: MiddleSample,
  idleMs: number,
  tasks: readonly TaskParts[],
  { concurrency }: Arm,
  data: ScenarioData,
): Parts {
  const waits = tasks.map(({ waitMs, wayMs }) => waitMs + wayMs);
  const elsewhereMs = Math.min(idleMs, elsewherePart(middle, tasks));
  const waitedMs = idleMs - elsewhereMs;
  const slowestMs = Math.min(waitedMs, Math.max(0, ...waits));
  // One by one, whatever a task waits for it waits for before the next: nothing is held up beyond that.
  const ownMs = shape.waits === 'one' ? waitedMs : scheduledWaitMs(shape, waits, concurrency);
  const scheduledMs = Math.min(waitedMs, Math.max(slowestMs, ownMs));
  const unscheduledMs = waitedMs - scheduledMs;
  // A server that computes its answers has them one by one: those beyond what the schedule waits for anyway.
  const serverCpuMs = middle.serverCpuMs / serverProcessesOf(data);
  const computedMs = serverIsSubject(data) ? Math.min(unscheduledMs, Math.max(0, serverCpuMs - slowestMs)) : 0;
  const excessMs = unscheduledMs - computedMs;
  const serverExcessMs = Math.max(0, middle.serverMs - sumOf(tasks, 'serverMs'));
  const ioAloneMs = tasks.reduce((sum, task) => sum + heldMs(task), 0);
  const otherExcessMs = Math.max(0, middle.ioMs - ioAloneMs - serverExcessMs);
  const serverShare = serverExcessMs === 0 ? 0 : serverExcessMs / (serverExcessMs + otherExcessMs);
  return [
    [PART.elsewhere, elsewhereMs],
    [PART.slowest, slowestMs],
    [shape.waits === 'one' ? PART.oneByOne : PART.limit, scheduledMs - slowestMs],
    [PART.serverComputing, computedMs],
    [PART.server, excessMs * serverShare],
    [PART.outside, excessMs * (1 - serverShare)],
  ];
}

// Idle time for which other threads of the process computed: all of it while any did, as far as can be told from sums.
function elsewherePart({ cpuMs, loopCpuMs, wallMs }: MiddleSample, tasks: readonly TaskParts[]): number {
  const aloneMs = sumOf(tasks, 'elsewhereMs');
  if (aloneMs === 0) return 0;
  const waitMs = sumOf(tasks, 'waitMs') + sumOf(tasks, 'wayMs');
  return cpuMs - loopCpuMs > 0 ? wallMs * (aloneMs / (aloneMs + waitMs)) : 0;
}

/** What a loop does for tasks that wait: for requests, or for anything else. */
function handlingName({ totals }: ScenarioData): string {
  return totals !== null && totals.requestCount > 0 ? PART.handling : PART.loop;
}

/** Name of what computing took beyond what it takes alone. */
export function slower(middle: MiddleSample): string {
  return isDisturbed(middle) ? PART.foreign : PART.slower;
}

function isDisturbed({ foreignCores }: MiddleSample): boolean {
  return (foreignCores ?? 0) >= NOTICEABLE_CORES;
}

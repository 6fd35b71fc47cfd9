// How busy the fixture server was while an arm ran, and whether that is what the scenario is about.

import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** Share of one core above which the server is taken to be the limit. */
export const BUSY_SERVER_RATIO = 0.7;

/** True where any task of any arm got an answer from the server; otherwise what the server did is not the suite's. */
export function hasRequests({ arms }: ScenarioData): boolean {
  return arms.some(({ samples }) => samples.some(({ serverMs }) => serverMs > 0));
}

/** CPU time of the server over the makespan, in cores. */
export function serverBusyRatio(arm: Arm): number {
  return arm.medianOf('serverCpuMs') / arm.medianOf('wallMs');
}

/** True where most of a single answer's time is the server computing: then a busy server is the subject, not a fault. */
export function serverIsSubject({ totals }: ScenarioData): boolean {
  return totals !== null && totals.serverMs > 0 && totals.serverCpuMs > 0.5 * totals.serverMs;
}

/**
 * Task time spent waiting beyond what a single task needs, while the server accounts for no more than before and the
 * client had time to react: requests queued in front of the server. Sum over tasks, in milliseconds.
 */
export function excessWaitMs(arm: Arm, { totals }: ScenarioData): number {
  return totals === null ? 0 : Math.max(0, arm.medianOf('ioMs') - totals.ioMs);
}

/** Share of the makespan in which the client's threads, main or workers, were busy; the busier of the two. */
export function clientBusyRatio(arm: Arm): number {
  const workers = arm.medianOf('computeWallMs') / (arm.medianOf('wallMs') * Math.max(1, arm.threads ?? 1));
  return Math.max(arm.medianOf('loopUtilizationRatio'), workers);
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

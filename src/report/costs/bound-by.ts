// What limited the work, read off the reference arm: of the time one task after another took, how much was waiting and
// how much was computing, here or on the server.

import { isOneByOne } from '../../model/shape.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { serverIsSubject } from './server-load.ts';

const MOST_RATIO = 0.85;

/** Share of the arm's task time that was computing on the client, 0..1. */
export function computingRatio(arm: Arm): number {
  const computeWallMs = arm.medianOf('computeWallMs');
  const totalMs = computeWallMs + arm.medianOf('ioMs');
  return totalMs === 0 ? 0 : computeWallMs / totalMs;
}

// Tasks under way together wait for each other as well, so another reference's own waiting says less than the tasks' alone.
function aloneRatio({ totals }: ScenarioData, reference: Arm): number {
  if (totals === null || totals.computeWallMs + totals.ioMs === 0) return computingRatio(reference);
  return totals.computeWallMs / (totals.computeWallMs + totals.ioMs);
}

/** "waiting", "client CPU", "server CPU" or "both"; follows from the scenario's kind where nothing was measured. */
export function boundBy(data: ScenarioData, reference: Arm | null): string {
  if (serverIsSubject(data)) return 'server CPU';
  if (reference === null) return { io: 'waiting', cpu: 'client CPU', mixed: 'both' }[data.record.kind];
  const oneByOne = reference.shape !== null && isOneByOne(reference.shape);
  const computing = oneByOne ? computingRatio(reference) : aloneRatio(data, reference);
  if (computing >= MOST_RATIO) return 'client CPU';
  return computing <= 1 - MOST_RATIO ? 'waiting' : 'both';
}

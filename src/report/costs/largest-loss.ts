// The gap between floor and median, by its biggest named cause. Task time that went into each cause beyond what single
// tasks need is measured; the gap is divided in proportion, because tasks under way together lose the same moment
// together. Misleads when a cause outside this list is at work: it then lends its share to the others.

import type { Loss } from '../../model/report.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { clientBusyRatio, excessWaitMs } from './server-load.ts';

const LEAST_SHARE_RATIO = 0.02;
const BUSY_CLIENT_RATIO = 0.5;

/** The largest named part of the time above the floor; null where that time is below 2 %. */
export function largestLoss(arm: Arm, data: ScenarioData, floorMs: number): Loss | null {
  const wallMs = arm.medianOf('wallMs');
  const gapRatio = (wallMs - floorMs) / wallMs;
  if (gapRatio < LEAST_SHARE_RATIO) return null;
  const totals = data.cheapestTotals;
  const serverExcessMs = totals === null ? 0 : Math.max(0, arm.medianOf('serverMs') - totals.serverMs);
  const waitMs = Math.max(0, excessWaitMs(arm, data) - serverExcessMs);
  const busy = clientBusyRatio(arm) >= BUSY_CLIENT_RATIO;
  const causes = [
    { name: 'server slower than alone', taskMs: serverExcessMs },
    { name: busy ? 'answer ready, loop busy' : 'waiting outside the server', taskMs: waitMs },
    { name: 'handover to threads', taskMs: dispatchedMs(arm, data) },
    {
      name: 'computing slower than alone',
      taskMs: Math.max(0, arm.medianOf('computeWallMs') - (totals?.computeCpuMs ?? 0)),
    },
    { name: 'garbage collection', taskMs: arm.medianOf('gcMs') },
  ];
  const totalMs = causes.reduce((sum, { taskMs }) => sum + taskMs, 0);
  if (totalMs === 0) return { name: 'unnamed', shareRatio: gapRatio };
  const largest = causes.reduce((most, cause) => (cause.taskMs > most.taskMs ? cause : most));
  return { name: largest.name, shareRatio: (gapRatio * largest.taskMs) / totalMs };
}

// What a sample calls handover includes queueing for a free worker, which the schedule wants; the price list knows the
// cost of the way alone.
function dispatchedMs({ cell, threads }: Arm, { preflight }: ScenarioData): number {
  return threads === null ? 0 : cell.taskCount * (preflight?.dispatchMs ?? 0);
}

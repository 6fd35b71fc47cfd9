// No batch can end before its floor: a time below it means that something else was measured. Two allowances keep honest
// rows. The floor is itself calculated from measured tasks, so a shortfall of 2 % or 1 ms passes. And a sample may have
// computed the same work cheaper than usual (another frequency, another compiler tier): it is held against a floor with
// its own times of computing, but never below 85 % of the usual ones, or skipping the work would lower its own bar.

import type { Sample, TaskCost } from '../../model/document/document.ts';
import { hardFloorOf } from '../costs/arm-theory.ts';
import type { AuditRule } from './audit-rule.ts';

const TOLERANCE_RATIO = 0.02;
const TOLERANCE_MS = 1;
const LEAST_OWN_RATIO = 0.85;

/** The fastest sample is not below the floor. */
export const floorAudit: AuditRule = {
  id: 'floor',
  check(arm, data) {
    // A task that fails may end early: one that is refused never gets to what others wait for.
    const whole = arm.samples.filter(({ failedCount }) => failedCount === 0);
    if (data.cheapestTotals === null || whole.length === 0) return null;
    const fastest = whole.reduce((least: Sample, sample) => (sample.wallMs < least.wallMs ? sample : least));
    const floorMs = hardFloorOf(arm, data, {
      ratios: {
        compute: ownRatio(fastest.computeWallMs, data.cheapestTotals.computeCpuMs),
        serverCpu: ownRatio(fastest.serverCpuMs ?? 0, data.cheapestTotals.serverCpuMs),
        handle: handledRatio(fastest, data.cheapestTotals),
        server: ownRatio(fastest.serverMs, data.cheapestTotals.serverMs),
      },
    });
    if (floorMs === null) return null;
    const lowestMs = floorMs - Math.max(TOLERANCE_MS, floorMs * TOLERANCE_RATIO);
    return {
      passed: fastest.wallMs >= lowestMs,
      detail: `fastest batch ${fastest.wallMs.toFixed(2)} ms, floor ${floorMs.toFixed(2)} ms`,
    };
  },
};

// Sending and receiving is an overhead, that may fall to little; nothing of it is certain where threads were not told apart.
function handledRatio({ cpuMs, loopCpuMs }: Sample, { ioCpuMs, computeCpuMs }: TaskCost): number {
  if (loopCpuMs === null || ioCpuMs === 0) return 0;
  return Math.min(1, Math.max(0, (cpuMs - computeCpuMs) / ioCpuMs));
}

function ownRatio(ownMs: number, usualMs: number): number {
  return usualMs === 0 ? 1 : Math.min(1, Math.max(LEAST_OWN_RATIO, ownMs / usualMs));
}

// No batch can end before its floor: a time below it means that something else was measured. Two allowances keep honest
// rows. The floor is itself calculated from measured tasks, so a shortfall of 2 % or 1 ms passes. And a sample may have
// computed the same work cheaper than usual (another frequency, another compiler tier): it is held against a floor with
// its own times of computing, but never below 85 % of the usual ones, or skipping the work would lower its own bar. Of many
// samples one may have met a machine that ran twice as fast for a moment, as shared hosts do.

import type { Sample, TaskCost } from '../../model/document/document.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { hardFloorOf } from '../costs/arm-theory.ts';
import type { AuditRule } from './audit-rule.ts';

const TOLERANCE_RATIO = 0.02;
const TOLERANCE_MS = 1;
const LEAST_OWN_RATIO = 0.85;
const MANY = 10;
const LEAST_MOMENT_RATIO = 0.5;

/** The fastest sample is not below the floor. */
export const floorAudit: AuditRule = {
  id: 'floor',
  check(arm, data) {
    // A task that fails may end early: one that is refused never gets to what others wait for.
    const whole = arm.samples.filter(({ failedCount }) => failedCount === 0);
    const usual = data.cheapestTotals;
    if (usual === null || whole.length === 0) return null;
    const [fastest, next] = whole.toSorted((one, other) => one.wallMs - other.wallMs) as [Sample, Sample?];
    const floorMs = ownFloorMs(fastest, LEAST_OWN_RATIO, arm, data, usual);
    if (floorMs === null) return null;
    const isHeld = (sample: Sample, leastRatio: number) =>
      isAbove(sample, ownFloorMs(sample, leastRatio, arm, data, usual) ?? 0);
    const wasMoment = () =>
      whole.length >= MANY &&
      next !== undefined &&
      isHeld(next, LEAST_OWN_RATIO) &&
      isHeld(fastest, LEAST_MOMENT_RATIO);
    return {
      passed: isAbove(fastest, floorMs) || wasMoment(),
      detail: `fastest batch ${fastest.wallMs.toFixed(2)} ms, floor ${floorMs.toFixed(2)} ms`,
    };
  },
};

function isAbove({ wallMs }: Sample, floorMs: number): boolean {
  return wallMs >= floorMs - Math.max(TOLERANCE_MS, floorMs * TOLERANCE_RATIO);
}

/** The floor of an arm with what one of its samples spent itself, computing at least such a share of the usual. */
function ownFloorMs(sample: Sample, leastRatio: number, arm: Arm, data: ScenarioData, usual: TaskCost): number | null {
  const own = (ownMs: number, usualMs: number, least: number) =>
    usualMs === 0 ? 1 : Math.min(1, Math.max(least, ownMs / usualMs));
  return hardFloorOf(arm, data, {
    ratios: {
      compute: own(sample.computeWallMs, usual.computeCpuMs, leastRatio),
      serverCpu: own(sample.serverCpuMs ?? 0, usual.serverCpuMs, leastRatio),
      handle: handledRatio(sample, usual),
      server: own(sample.serverMs, usual.serverMs, LEAST_OWN_RATIO),
    },
  });
}

// Sending and receiving is an overhead, that may fall to little; nothing of it is certain where threads were not told apart.
function handledRatio({ cpuMs, loopCpuMs }: Sample, { ioCpuMs, computeCpuMs }: TaskCost): number {
  if (loopCpuMs === null || ioCpuMs === 0) return 0;
  return Math.min(1, Math.max(0, (cpuMs - computeCpuMs) / ioCpuMs));
}

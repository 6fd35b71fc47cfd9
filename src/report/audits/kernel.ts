// A unit of computing must cost the same in every round, or a ratio between arms compares two different programs: a
// function that the compiler gives up on after warm-up costs three to five times as much from then on. The gate proper
// (5 % spread, 2 % drift) only warns, see row-warnings.ts: on a shared machine honest kernels exceed it. What blanks a
// row is a change that no neighbour explains in CPU time.

import { judgeStability, STABILITY_LIMITS } from '../../stats/stability.ts';
import type { AuditRule } from './audit-rule.ts';

/** Spread and drift of CPU time beyond which the row cannot be trusted. */
const BROKEN_KERNEL = { cvRatio: 0.25, driftRatio: 0.2, count: STABILITY_LIMITS.count };

/** CPU time of the computing parts is steady from round to round. */
export const kernelAudit: AuditRule = {
  id: 'kernel',
  check({ samples }, { record }) {
    const series = samples.map(({ computeCpuMs }) => computeCpuMs).filter((cpuMs) => cpuMs > 0);
    if (record.kind === 'io' || series.length < BROKEN_KERNEL.count) return null;
    const { stable, cvRatio, reason } = judgeStability(series, BROKEN_KERNEL);
    const detail =
      reason ?? `CPU time of the computing varies by ${(cvRatio * 100).toFixed(1)} % over ${series.length} rounds`;
    return { passed: stable, detail };
  },
};

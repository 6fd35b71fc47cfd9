// Promise.all adds no processor: on work that only computes, any schedule on one thread must use the CPU time of one by
// one. Where it does not, the two arms did not run the same code at the same speed (a compiler that gave up in one
// process, say), and their times must not be compared. CPU time is noisy too on a shared machine, so the row is blanked
// only when the whole interval of the ratio lies outside 0.95..1.05; a doubtful ratio is a warning.

import { CPU_TOLERANCE_RATIO, cpuRatio } from '../cpu-ratio.ts';
import type { AuditRule } from './audit-rule.ts';

/** CPU time of a one-thread arm over the reference's is 1.00 ± 0.05 where the work only computes. */
export const cpuInvariantAudit: AuditRule = {
  id: 'cpu-invariant',
  check(arm, data) {
    const cpu = cpuRatio(arm, data);
    if (cpu === null) return null;
    const outside = cpu.low > 1 + CPU_TOLERANCE_RATIO || cpu.high < 1 - CPU_TOLERANCE_RATIO;
    const interval = `${cpu.low.toFixed(2)} to ${cpu.high.toFixed(2)}`;
    const name = data.record.referenceStrategyId;
    return {
      passed: !outside,
      detail: `CPU time is ${cpu.ratio.toFixed(2)} times that of ${name} (${interval}), expected 1.00 ± 0.05`,
    };
  },
};

// Promise.all adds no processor: on work that only computes, any schedule on one thread must use the CPU time of one by
// one. Where it does not, the two arms did not run the same code at the same speed (a compiler that gave up in one
// process, say), and their times must not be compared. CPU time is noisy too on a shared machine, so the row is blanked
// only when the whole interval of the ratio lies outside 0.95..1.05; a doubtful ratio is a warning.

import { CPU_TOLERANCE_RATIO } from '../judging/cpu-ratio.ts';
import { figure } from '../why/words.ts';
import type { AuditRule } from './audit-rule.ts';

/** CPU time of a one-thread arm over the reference's is 1.00 ± 0.05 where the work only computes. */
export const cpuInvariantAudit: AuditRule = {
  id: 'cpu-invariant',
  check(arm, { cpuRatios, reference }) {
    // The placebo is the reference once more: what its CPU time differs by is noise, not another program.
    const cpu = arm.cell.placebo ? undefined : cpuRatios.get(arm);
    if (cpu === undefined || reference === null) return null;
    const outside = cpu.low > 1 + CPU_TOLERANCE_RATIO || cpu.high < 1 - CPU_TOLERANCE_RATIO;
    const interval = `${figure(cpu.low)} to ${figure(cpu.high)}`;
    return {
      passed: !outside,
      detail: `CPU time is ${figure(cpu.ratio)} times that of ${reference.name} (${interval}), expected 1.00 ± 0.05`,
    };
  },
};

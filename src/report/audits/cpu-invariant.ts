// Promise.all adds no processor: on work that only computes, any schedule on one thread must use the CPU time of one by
// one. Where it does not, the two arms did not run the same code at the same speed (a compiler that gave up in one
// process, say), and their times must not be compared.

import { median } from '../../stats/quantile.ts';
import { pairedSamples } from '../pairs.ts';
import type { AuditRule } from './audit-rule.ts';

const TOLERANCE_RATIO = 0.05;

/** CPU time of a one-thread arm over the reference's is 1.00 ± 0.05 where the work only computes. */
export const cpuInvariantAudit: AuditRule = {
  id: 'cpu-invariant',
  check(arm, { record, reference }) {
    if (record.kind !== 'cpu' || arm.cell.threads !== null) return null;
    if (reference === null || arm === reference || reference.cell.threads !== null) return null;
    const ratios = pairedSamples(arm, reference).map(([own, other]) => own.cpuMs / other.cpuMs);
    if (ratios.length === 0) return null;
    const ratio = median(ratios);
    const detail = `CPU time is ${ratio.toFixed(3)} times that of ${reference.cell.strategyId}, expected 1.00 ± 0.05`;
    return { passed: Math.abs(ratio - 1) <= TOLERANCE_RATIO, detail };
  },
};

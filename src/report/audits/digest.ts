// Strategies may differ in time only: the outputs must be the same, in input order, as those of the reference arm.

import type { AuditRule } from './audit-rule.ts';

/** Same outputs as the reference arm. */
export const digestAudit: AuditRule = {
  id: 'digest',
  check({ cell }, { reference, record }) {
    const expected = reference?.cell.outputDigest ?? null;
    // A task that failed each time has no output to compare; what others put out was compared batch by batch.
    if (cell.outputDigest === null && record.allowFailures) return null;
    if (cell.outputDigest === null) return { passed: false, detail: 'no batch of this arm had its outputs verified' };
    if (expected === null) return null;
    const passed = cell.outputDigest === expected;
    return {
      passed,
      detail: passed
        ? `outputs equal those of ${reference?.name}`
        : `outputs differ from those of ${reference?.name}: digest ${cell.outputDigest}, expected ${expected}`,
    };
  },
};

// A warm arm reuses its connections. One that opens some inside the timed window measures connecting, not the schedule.

import type { AuditRule } from './audit-rule.ts';

/** No connection opened inside the window of a warmed-up arm. */
export const reconnectsAudit: AuditRule = {
  id: 'reconnects',
  check({ cell, samples }, { record }) {
    if (record.kind === 'cpu' || cell.warmupCount === 0) return null;
    const cold = samples.filter(({ connectCount }) => connectCount > 0);
    const opened = cold.reduce((sum, { connectCount }) => sum + connectCount, 0);
    return {
      passed: opened === 0,
      detail:
        opened === 0
          ? 'no connection opened'
          : `${opened} connections opened in ${cold.length} of ${samples.length} rounds`,
    };
  },
};

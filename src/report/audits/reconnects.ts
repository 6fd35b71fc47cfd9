// A warm arm reuses its connections. One that opens some inside the timed window measures connecting, not the schedule.
// A limited arm may need its last connection for the first time in a late round, so one round, or one in ten, is only a
// warning: a median does not notice it. Nor does it notice a handful among thousands of requests: a limit of a thousand always
// needs some more, since a connection is free again only a turn of the loop after its answer.

import { isCold } from '../arms/arm.ts';
import type { AuditRule } from './audit-rule.ts';

const MOST_COLD_RATIO = 0.1;
/** Connections for each task up to which a round counts as warm. */
const MOST_OPENED_RATIO = 0.02;

/** Connections opened for more than one task in fifty of a warmed-up arm in at most one round in ten. */
export const reconnectsAudit: AuditRule = {
  id: 'reconnects',
  check({ cell, samples }, { record }) {
    if (record.kind === 'cpu' || isCold(cell)) return null;
    const told = samples.flatMap(({ connectCount, completedCount }) =>
      connectCount === null ? [] : { connectCount, completedCount },
    );
    // A server that is not ours closes connections when it likes, and does not tell.
    if (told.length === 0) return null;
    const cold = told.filter(({ connectCount, completedCount }) => connectCount > MOST_OPENED_RATIO * completedCount);
    const opened = cold.reduce((sum, { connectCount }) => sum + connectCount, 0);
    const detail = `connections opened inside the window: ${opened}, in ${cold.length} of ${samples.length} rounds`;
    return { passed: cold.length <= Math.max(1, samples.length * MOST_COLD_RATIO), detail };
  },
};

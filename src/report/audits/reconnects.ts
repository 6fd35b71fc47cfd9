// A warm arm reuses its connections. One that opens some inside the timed window measures connecting, not the schedule.
// A limited arm may need its last connection for the first time in a late round, so one round, or one in ten, is only a
// warning: a median does not notice it. Nor does it notice a few among many requests: a limit of a thousand, or a task that
// asks for several things at once, needs one more now and then, since a connection is free again only a turn of the loop
// after its answer; opening it takes about as long as the shortest request.

import { isCold } from '../arms/arm.ts';
import type { AuditRule } from './audit-rule.ts';

const MOST_COLD_RATIO = 0.1;
/** Connections for each request up to which a round counts as warm. */
const MOST_OPENED_RATIO = 0.1;

/** Connections opened for more than one request in ten of a warmed-up arm in at most one round in ten. */
export const reconnectsAudit: AuditRule = {
  id: 'reconnects',
  check({ cell, samples }, { record }) {
    if (record.kind === 'cpu' || isCold(cell)) return null;
    const told = samples.flatMap(({ connectCount, requestCount, completedCount }) =>
      connectCount === null ? [] : { connectCount, mostAsked: Math.max(requestCount ?? 0, completedCount) },
    );
    // A server that is not ours closes connections when it likes, and does not tell.
    if (told.length === 0) return null;
    const cold = told.filter(({ connectCount, mostAsked }) => connectCount > MOST_OPENED_RATIO * mostAsked);
    const opened = cold.reduce((sum, { connectCount }) => sum + connectCount, 0);
    const detail = `connections opened inside the window: ${opened}, in ${cold.length} of ${samples.length} rounds`;
    return { passed: cold.length <= Math.max(1, samples.length * MOST_COLD_RATIO), detail };
  },
};

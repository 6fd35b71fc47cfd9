// A schedule cannot have more under way than it allows. Swapped arms and a bound that does not bind show here. Pools are
// left out: a task counts as under way from the moment it is handed over, queue included.

import { isOneByOne } from '../../model/shape.ts';
import type { AuditRule } from './audit-rule.ts';

const TOLERANCE_RATIO = 0.05;

/** Never more in flight than the arm's limit: c where it has one, one where tasks run one by one. */
export const limitAudit: AuditRule = {
  id: 'limit',
  check({ shape, concurrency, threads, samples }) {
    // What a shape that this version does not know has under way is its own affair.
    if (shape === null) return null;
    const limit = isOneByOne(shape) ? 1 : concurrency;
    if (limit === null || threads !== null) return null;
    const most = samples.reduce((highest, { inFlightMean }) => Math.max(highest, inFlightMean), 0);
    return {
      passed: most <= limit * (1 + TOLERANCE_RATIO),
      detail: `${most.toFixed(2)} in flight at most, the limit is ${limit}`,
    };
  },
};

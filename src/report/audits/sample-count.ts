// A lost sample or a task that never ran makes a time look better than it is.

import { gaveUp } from '../arms/gave-up.ts';
import type { AuditRule } from './audit-rule.ts';

/** A sample for every round that it did not sit out by plan, one for each, and every task of every batch done. */
export const sampleCountAudit: AuditRule = {
  id: 'sample-count',
  check({ cell }, data) {
    const { samples, taskCount } = cell;
    const rested = new Set(cell.restedRounds);
    const short = samples.find(({ completedCount, failedCount }) => completedCount + failedCount !== taskCount);
    if (short !== undefined) {
      const failed = short.failedCount === 0 ? '' : ` and failed ${short.failedCount}`;
      const detail = `round ${short.round} completed ${short.completedCount}${failed} of ${taskCount} tasks`;
      const why = gaveUp(short, data) ? ': it stopped waiting at the first failure' : '';
      return { passed: false, detail: detail + why };
    }
    const rounds = new Set(samples.map(({ round }) => round));
    if (rounds.size !== samples.length) {
      return { passed: false, detail: `${samples.length} samples for ${rounds.size} rounds: a round counts twice` };
    }
    const lastRound = [...data.rounds].reduce((latest, round) => Math.max(latest, round), 0);
    const due = [...data.rounds].filter((round) => !rested.has(round) && (data.complete || round !== lastRound));
    const missing = due.filter((round) => !rounds.has(round));
    if (missing.length > 0) {
      const detail = `${rounds.size} samples for ${data.rounds.size - rested.size} rounds; round ${missing[0]} has none`;
      return { passed: false, detail };
    }
    const absent = rested.size === 0 ? '' : `; ${rested.size} rounds went on without it, by plan`;
    return { passed: true, detail: `${samples.length} samples of ${taskCount} tasks, all accounted for${absent}` };
  },
};

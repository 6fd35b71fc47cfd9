// Refuses what this machine cannot carry before anything is started: a gather of more requests than there are file
// descriptors ends in socket errors that say nothing of their cause.

import { BenchError } from '../../errors.ts';
import type { Environment } from '../../model/document.ts';
import type { RunRequest } from './run-settings.ts';

/** Files, pipes and libraries of the server's process besides its connections. */
const OTHER_DESCRIPTORS = 100;

/** Throws `MACHINE_LIMIT` when a scenario's arms could need more connections than the open-file limit allows. */
export function assertWithinLimits(
  { scenarios, strategies, settings }: Pick<RunRequest, 'scenarios' | 'strategies' | 'settings'>,
  { openFileLimit }: Pick<Environment, 'openFileLimit'>,
): void {
  if (openFileLimit === null) return;
  for (const scenario of scenarios.filter(({ kind }) => kind !== 'cpu')) {
    const taskCount = settings.taskCount ?? scenario.taskCount;
    // All arms of a scenario keep their connections, and the server holds the other end of each.
    const connectionCount = strategies.length * taskCount;
    if (connectionCount + OTHER_DESCRIPTORS <= openFileLimit) continue;
    const most = Math.max(1, Math.floor((openFileLimit - OTHER_DESCRIPTORS) / strategies.length));
    throw new BenchError(
      'MACHINE_LIMIT',
      `${scenario.id} with ${taskCount} tasks and ${strategies.length} strategies may open ${connectionCount} connections; the open-file limit is ${openFileLimit}`,
      `Use --tasks ${most} or fewer, or raise the limit with \`ulimit -n\`.`,
    );
  }
}

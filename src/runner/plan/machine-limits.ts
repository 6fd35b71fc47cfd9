// Refuses what this machine cannot carry before anything is started: a gather of more requests than there are file
// descriptors ends in socket errors that say nothing of their cause.

import { BenchError } from '../../errors.ts';
import { numberParameter } from '../../model/arm-key.ts';
import type { Environment, Settings } from '../../model/document/document.ts';
import { MOST_PRIMED } from '../../model/processes/arm-protocol.ts';
import { type PlannedArm, planArms } from './arms.ts';
import type { RunRequest } from './run-settings.ts';
import { hasOwnServers } from './servers/own-server.ts';

/** Files, pipes and libraries of the server's process besides its connections. */
const OTHER_DESCRIPTORS = 100;

/** What decides how many connections there may be. */
interface LimitedRequest extends Pick<RunRequest, 'scenarios' | 'strategies'> {
  readonly settings: Pick<Settings, 'taskCount' | 'concurrencies' | 'threadCounts'>;
}

/** Throws `MACHINE_LIMIT` when a scenario's arms could need more connections than the open-file limit allows. */
export function assertWithinLimits(
  { scenarios, strategies, settings }: LimitedRequest,
  { openFileLimit }: Pick<Environment, 'openFileLimit'>,
): void {
  if (openFileLimit === null) return;
  const most = openFileLimit - OTHER_DESCRIPTORS;
  for (const scenario of scenarios.filter(({ kind }) => kind !== 'cpu')) {
    const { arms } = planArms(scenario, strategies, settings);
    // All arms of a scenario keep their connections, and their server holds the other end of each.
    const heldBy = (taskCount: number) => {
      const held = arms.map((arm) => connectionsOf(arm, taskCount));
      return hasOwnServers(scenario, taskCount) ? Math.max(...held) : held.reduce((sum, count) => sum + count, 0);
    };
    const taskCount = settings.taskCount ?? scenario.taskCount;
    if (heldBy(taskCount) <= most) continue;
    let fitting = taskCount;
    while (fitting > 1 && heldBy(fitting) > most) fitting -= 1;
    throw new BenchError(
      'MACHINE_LIMIT',
      `${scenario.id} with ${taskCount} tasks may open ${heldBy(taskCount)} connections to one server; the open-file limit is ${openFileLimit}`,
      `Use --tasks ${fitting} or fewer, fewer strategies, or raise the limit with \`ulimit -n\`.`,
    );
  }
}

/** Most connections that an arm holds: what it opens ahead, or as many as it has requests under way at once. */
function connectionsOf({ strategy: { shape }, key }: PlannedArm, taskCount: number): number {
  if (shape.waitsOn !== 'loop') return numberParameter(key, 'threads') ?? 1;
  const primed = Math.min(taskCount, MOST_PRIMED);
  if (shape.waits === 'one') return primed;
  const bound = numberParameter(key, 'concurrency');
  return bound === null ? taskCount : Math.max(primed, Math.min(taskCount, bound));
}

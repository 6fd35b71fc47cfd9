// Which arms have a fixture server of their own. All could share one; but a server that counts who is connected, or how many
// came, remembers for one arm what another did, and one process has only so many file descriptors for the connections
// that all its arms keep.

import type { ScenarioSummary } from '../../../model/scenario.ts';

/** Batches of more tasks may keep so many connections that several arms do not fit into one process. */
const MOST_SHARED_TASKS = 1_000;

/** True where each arm of a scenario has a server of its own. */
export function hasOwnServers({ fixture }: Pick<ScenarioSummary, 'fixture'>, taskCount: number): boolean {
  const { connectionLimit = null, ratePerSecond = null } = fixture;
  return connectionLimit !== null || ratePerSecond !== null || taskCount > MOST_SHARED_TASKS;
}

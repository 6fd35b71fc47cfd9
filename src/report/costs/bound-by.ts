// What limited the work, in a few words: read off what a task costs alone, and only from that.

import type { ScenarioData } from '../arms/scenario-data.ts';
import { serverIsSubject } from './server-load.ts';
import type { Work } from './work.ts';

/** What a task alone is limited by. */
export type BoundBy = 'waiting' | 'computing here' | 'computing on other threads' | 'server CPU' | 'a mix' | 'unknown';

const MOST_RATIO = 0.85;

/** The word for the scenario's work; "unknown" where no task was measured alone. */
export function boundBy(data: ScenarioData, work: Work | null): BoundBy {
  const { totals } = data;
  if (work === null || totals === null) return 'unknown';
  if (serverIsSubject(data) && totals.serverCpuMs > 0.5 * totals.wallMs) return 'server CPU';
  if (work.waitingRatio >= MOST_RATIO) return 'waiting';
  if (work.computingHereRatio >= MOST_RATIO) return 'computing here';
  return work.computingElsewhereRatio >= MOST_RATIO ? 'computing on other threads' : 'a mix';
}

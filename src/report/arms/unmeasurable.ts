// Whether what is left of a scenario after dropping disturbed rounds may be judged at all. Runs of this version never drop
// so many: a neighbour who stays is named and its rounds count. Files of earlier versions may have.

import { MOST_DROPPED_RATIO } from '../../stats/series/contamination.ts';
import type { ScenarioData } from './scenario-data.ts';

/** True when so many rounds were dropped that the rest is no longer a sample of anything. */
export function isUnmeasurable({ rounds, droppedRounds }: ScenarioData): boolean {
  return rounds.size > 0 && droppedRounds.size / rounds.size > MOST_DROPPED_RATIO;
}

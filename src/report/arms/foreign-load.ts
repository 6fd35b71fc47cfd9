// What others used of the machine while a scenario was measured: programs that are not ours, or the host. It slows what
// wants more cores than they left, whatever the strategy, and so makes no arm's number wrong, but says how to read it.

import type { Sample } from '../../model/document/document.ts';
import { mean } from '../../stats/moments.ts';

/** Share of the cores up to which others are the ordinary life of a machine. */
export const ORDINARY_RATIO = 0.1;

/** The load of one scenario, over the rounds that tell it. */
export interface ForeignLoad {
  readonly meanCores: number;
  readonly roundCount: number;
  /** Rounds in which others used more than their ordinary share. */
  readonly busyRoundCount: number;
  /** Mean over those; 0 where there are none. */
  readonly busyCores: number;
}

/** The load in these samples, of any number of arms; null where none tells. */
export function foreignLoad(samples: readonly Sample[], coreCount: number): ForeignLoad | null {
  const byRound = new Map(samples.map(({ round, foreignCores }) => [round, foreignCores]));
  const loads = [...byRound.values()].filter((cores) => cores !== null);
  if (loads.length === 0) return null;
  const busy = loads.filter((cores) => isBusy(cores, coreCount));
  return {
    meanCores: mean(loads),
    roundCount: loads.length,
    busyRoundCount: busy.length,
    busyCores: busy.length === 0 ? 0 : mean(busy),
  };
}

/** True when others used so many cores that a reader should know. */
export function isBusy(foreignCores: number, coreCount: number): boolean {
  return foreignCores > ORDINARY_RATIO * coreCount;
}

// How many untimed batches come before the first sample. The pilot of the first epoch runs a few batches of every arm
// and looks where the slow start ends; every arm of every epoch then gets the same number.

import type { WarmupRecord } from '../../model/document.ts';
import { steadyState } from '../../stats/series/steady-state.ts';

/** A pilot shorter than this cannot show a steady state. */
const SHORTEST_TELLING_PILOT = 6;
/** No arm is warmed up longer than this. */
export const LONGEST_PILOT = 12;

/** One arm's times in the pilot, in order. */
export interface PilotSeries {
  readonly name: string;
  readonly wallMs: readonly number[];
}

/** Decides the warm-up of a scenario from its pilot; never fewer batches than `leastCount`. */
export function judgeWarmup(pilot: readonly PilotSeries[], leastCount: number): WarmupRecord {
  const batchCount = pilot[0]?.wallMs.length ?? 0;
  if (batchCount < SHORTEST_TELLING_PILOT) {
    return { batchCount: leastCount, steady: null, detail: `a pilot of ${batchCount} batches is too short to tell` };
  }
  const judged = pilot.map(({ name, wallMs }) => ({
    name,
    ...steadyState(wallMs, { cap: LONGEST_PILOT }),
  }));
  const unsteady = judged.find(({ steady }) => !steady);
  const longest = judged.reduce((most, arm) => (arm.warmupCount > most.warmupCount ? arm : most));
  const told = unsteady ?? longest;
  return {
    batchCount: Math.max(leastCount, longest.warmupCount),
    steady: unsteady === undefined,
    detail: `${told.name}: ${told.detail}`,
  };
}

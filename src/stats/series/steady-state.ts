// How warm an arm is when its untimed batches end. Code is compiled anew as it is used, most of it early and the rest ever
// more slowly, so that each doubling of the number of batches gains less than the one before (Barrett et al., "Virtual
// machine warmup blows hot and cold", OOPSLA 2017, for how little of it is regular). What the last doubling gained tells
// what another one might: the medians of the second quarter and of the second half, one over the other. Medians, since a
// few batches are always slow; misleads where the machine itself became faster or slower meanwhile.

import { median } from '../quantile.ts';

/** What the batches of a warm-up showed. */
export interface Warmth {
  /** Whether the last doubling gained too little to matter. */
  readonly settled: boolean;
  /** Median of the second quarter of the batches over that of their second half, less 1; negative for one that got slower. */
  readonly stillFallingRatio: number;
}

/** Fewer batches have no quarters worth comparing. */
export const FEWEST_TELLING_BATCHES = 12;
/** What a doubling may gain once batches have settled: what noise does to medians of so many. */
export const SETTLED_RATIO = 0.02;

/** Judges times (milliseconds, above 0) of consecutive batches of one arm; null where they are too few to tell. */
export function warmthOf(wallMs: readonly number[]): Warmth | null {
  if (wallMs.length < FEWEST_TELLING_BATCHES) return null;
  const half = Math.floor(wallMs.length / 2);
  const quarter = Math.floor(half / 2);
  const stillFallingRatio = median(wallMs.slice(quarter, half)) / median(wallMs.slice(half)) - 1;
  return { settled: stillFallingRatio <= SETTLED_RATIO, stillFallingRatio };
}

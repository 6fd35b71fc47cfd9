// How many batches of a pilot were warm-up. After Barrett et al., "Virtual machine warmup blows hot and cold" (OOPSLA
// 2017): cut the log times where the level changes; segments near the last one are the steady state; warm-up ends with
// the last slower segment before it. A series that gets slower at the end, or only settles within its last few
// batches, has no steady state, and the caller should say so, not hide it. All arms must then use the same count.

import { segmentsOf } from './segments.ts';

/** What the pilot showed. */
export interface SteadyState {
  /** False when the times never settled: rows need a warning. */
  readonly steady: boolean;
  /** Batches to run untimed, at most the cap. */
  readonly warmupCount: number;
  /** One sentence with the figures. */
  readonly detail: string;
}

/** When two levels are the same, and how long a warm-up may be. */
export interface SteadyStateOptions {
  /** Most batches of warm-up; a longer one is cut and called not steady. */
  readonly cap: number;
  /** Levels this close, as a share, are one level. Default 0.1. */
  readonly toleranceRatio?: number;
}

const SHORTEST_STEADY = 3;

/** Finds the end of warm-up in times (milliseconds, above 0) of consecutive batches of one arm. */
export function steadyState(wallMs: readonly number[], options: SteadyStateOptions): SteadyState {
  const tolerance = Math.log(1 + (options.toleranceRatio ?? 0.1));
  const segments = segmentsOf(wallMs.map(Math.log));
  const last = segments.at(-1);
  if (last === undefined) return { steady: false, warmupCount: 0, detail: 'no pilot batches' };
  const slower = segments.findLast((segment) => segment.level > last.level + tolerance);
  const quicker = segments.findLast((segment) => segment.level < last.level - tolerance);
  const settled = slower?.end ?? 0;
  const warmupCount = Math.min(options.cap, settled);
  if (quicker !== undefined && quicker.end > settled) {
    const rise = Math.exp(last.level - quicker.level) - 1;
    return { steady: false, warmupCount, detail: `${percent(rise)} slower from batch ${quicker.end + 1} on` };
  }
  if (settled > options.cap) {
    return { steady: false, warmupCount, detail: `still slow in batch ${settled}, past the cap of ${options.cap}` };
  }
  if (wallMs.length - settled < SHORTEST_STEADY) {
    return { steady: false, warmupCount, detail: `not settled within ${wallMs.length} batches` };
  }
  const detail = settled === 0 ? 'steady from the first batch' : `steady after ${settled} batches`;
  return { steady: true, warmupCount, detail };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

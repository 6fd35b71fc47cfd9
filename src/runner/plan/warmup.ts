// Which arm runs the next untimed batch, and when that is enough. Warm is what code becomes by running, not by being called
// a number of times: so every arm gets the same time, one that needs 10 ms a batch many batches and one that needs 200 ms
// few. They take turns in slices, so that none goes cold while another warms up, until those with batches enough to tell
// have settled or the time is over.

import type { Warmup } from '../../model/document.ts';
import { FEWEST_TELLING_BATCHES, warmthOf } from '../../stats/series/steady-state.ts';

/** How long each arm is warmed up. */
export interface WarmupTime {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** Part of an epoch's time that all arms together may be warmed up for. */
const SHARE_RATIO = 0.3;
/** Part of the most that passes before anything is taken for settled: the first batches differ by chance alone. */
const LEAST_RATIO = 0.4;
/** More was not seen to gain anything that rounds do not gain as well. */
const LONGEST_MS = 1_000;
/** Long enough for some batches of a few milliseconds, short enough that nobody goes cold. */
const SLICE_MS = 40;

/** The time for each of so many arms in an epoch of `shareMs`, unless one was asked for. */
export function warmupTime(askedMs: number | null, shareMs: number, armCount: number): WarmupTime {
  if (askedMs !== null) return { leastMs: askedMs, mostMs: askedMs };
  const mostMs = Math.min(LONGEST_MS, Math.max(0, shareMs * SHARE_RATIO) / Math.max(1, armCount));
  return { leastMs: mostMs * LEAST_RATIO, mostMs };
}

/** One arm's batches so far. */
interface Series {
  readonly wallMs: number[];
  spentMs: number;
  failed: boolean;
}

export class WarmupPlan {
  readonly #arms: readonly Series[];
  readonly #time: WarmupTime;
  #current = -1;
  #sliceMs = 0;

  constructor(armCount: number, time: WarmupTime) {
    this.#arms = Array.from({ length: armCount }, () => ({ wallMs: [], spentMs: 0, failed: false }));
    this.#time = time;
  }

  /** The arm that runs the next batch; null when all are warm, or as warm as time allows. At least one batch each. */
  next(): number | null {
    const live = this.#arms.filter(({ failed }) => !failed);
    if (live.length === 0 || this.#isEnough(live)) return null;
    const current = this.#arms[this.#current];
    if (current && !current.failed && this.#sliceMs < SLICE_MS && current.spentMs < this.#time.mostMs) {
      return this.#current;
    }
    const behind = live.reduce((least, arm) => (arm.spentMs < least.spentMs ? arm : least));
    this.#current = this.#arms.indexOf(behind);
    this.#sliceMs = 0;
    return this.#current;
  }

  /** Notes a batch: its own time (null when it failed) and what passed until its arm was free again. */
  ran(index: number, wallMs: number | null, elapsedMs: number): void {
    const arm = this.#arms[index];
    if (arm === undefined) return;
    if (wallMs === null) arm.failed = true;
    else arm.wallMs.push(wallMs);
    arm.spentMs += elapsedMs;
    this.#sliceMs += elapsedMs;
  }

  /** How an arm was warmed up. */
  warmupOf(index: number): Warmup {
    const { wallMs = [], spentMs = 0 } = this.#arms[index] ?? {};
    const warmth = warmthOf(wallMs);
    return {
      batchCount: wallMs.length,
      spentMs,
      settled: warmth?.settled ?? null,
      stillFallingRatio: warmth?.stillFallingRatio ?? null,
    };
  }

  /** How long an arm's last batch took; null before the first. */
  lastWallMsOf(index: number): number | null {
    return this.#arms[index]?.wallMs.at(-1) ?? null;
  }

  #isEnough(live: readonly Series[]): boolean {
    if (live.some(({ wallMs }) => wallMs.length === 0)) return false;
    const leastMs = Math.min(...live.map(({ spentMs }) => spentMs));
    if (leastMs >= this.#time.mostMs) return true;
    if (leastMs < this.#time.leastMs) return false;
    const warmths = live.map(({ wallMs }) => warmthOf(wallMs));
    // An arm of so long batches that no time would show whether they have settled waits for the others.
    const isWarm = (arm: Series, index: number) => warmths[index]?.settled ?? this.#isTooLongToTell(arm);
    return warmths.some((warmth) => warmth?.settled) && live.every(isWarm);
  }

  #isTooLongToTell({ wallMs, spentMs }: Series): boolean {
    return (spentMs / wallMs.length) * FEWEST_TELLING_BATCHES > this.#time.mostMs;
  }
}

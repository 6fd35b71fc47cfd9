// Which arm runs the next untimed batch, and when that is enough. Code that computes is mostly warm after a fifth of a second of
// its own batches, a client that sends many requests at once only after a second of them (study `truth`). So arms of short
// batches get the same time, in slices, so that none goes cold while another warms up, until all of them have settled or
// the time is over; an arm of long batches gets a few, since no time there is would show whether it had settled.

import type { Warmup } from '../../model/document/document.ts';
import { FEWEST_TELLING_BATCHES, warmthOf } from '../../stats/series/steady-state.ts';
import { isShortEpoch } from './calibration.ts';

/** How long arms are warmed up. */
export interface WarmupTime {
  /** For each arm, where batches are long. */
  readonly leastMs: number;
  /** For each arm of short batches, before it may be taken for settled. */
  readonly settledMs: number;
  /** For each arm. */
  readonly mostMs: number;
  /** Batches are long where so many as tell whether they have settled take longer. */
  readonly tellingMs: number;
  /** For all of them together; one batch each they have in any case. */
  readonly totalMs: number;
  /** For the warm-up and, unless not even the first batches fit, so many rounds after it. */
  readonly leftMs: number;
  readonly keptRounds: number;
}

/** Part of an epoch's time that all arms together may be warmed up for. */
const SHARE_RATIO = 0.45;
/** Rounds that the warm-up leaves time for: so many tell a factor of 1.5 (study `few-rounds`). */
const KEPT_ROUNDS = 6;
/** The same in an epoch that is not short: a client that sends many requests at once needs the time more than rounds. */
const KEPT_LONG_ROUNDS = 3;
/** The first batches and half as much again are always worth it: short arms become warm in what a long batch takes. */
const LEAST_ROUNDS = 1.5;
/** Code that computes is mostly warm by then. */
const LEAST_MS = 200;
/**
 * A client still gains a tenth after half a second of its own batches (study `truth`), and a kernel may be compiled once more
 * after a whole one; little changes after this.
 */
const MOST_MS = 1_500;
/** Before that, a dozen batches that look alike are chance as often as not. */
const SETTLED_MS = 1_200;
/** Of longer batches, no time there is would show whether they have settled. */
const TELLING_MS = 1_000;
/** A first batch of less may be that of an arm which is short once it is warm. */
const COLD_MS = 200;
/** Long enough for some batches of a few milliseconds, short enough that nobody goes cold. */
const SLICE_MS = 40;

/** The time for the arms of an epoch of `shareMs`, of which `leftMs` are left, unless one was asked for. */
export function warmupTime(askedMs: number | null, shareMs: number, leftMs: number): WarmupTime {
  const unbounded = Number.POSITIVE_INFINITY;
  if (askedMs !== null) {
    return {
      leastMs: askedMs,
      settledMs: askedMs,
      mostMs: askedMs,
      tellingMs: askedMs,
      totalMs: unbounded,
      leftMs: unbounded,
      keptRounds: 0,
    };
  }
  return {
    leastMs: LEAST_MS,
    settledMs: SETTLED_MS,
    mostMs: MOST_MS,
    tellingMs: TELLING_MS,
    totalMs: SHARE_RATIO * Math.max(0, shareMs),
    leftMs,
    keptRounds: isShortEpoch(shareMs) ? KEPT_ROUNDS : KEPT_LONG_ROUNDS,
  };
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
  #totalMs = 0;

  constructor(armCount: number, time: WarmupTime) {
    this.#arms = Array.from({ length: armCount }, () => ({ wallMs: [], spentMs: 0, failed: false }));
    this.#time = time;
  }

  /** The arm that runs the next batch; null when all are warm, or as warm as time allows. At least one batch each. */
  next(): number | null {
    const waiting = this.#arms.filter((arm) => !arm.failed && !this.#isThrough(arm));
    const fresh = waiting.filter(({ wallMs }) => wallMs.length === 0);
    const isOver = this.#totalMs >= this.#mostTotalMs() || this.#haveSettled(waiting);
    // Only when each has had a batch is it known how long a round is.
    const due = fresh.length > 0 || isOver ? fresh : waiting;
    const current = this.#arms[this.#current];
    if (current && due.includes(current) && this.#sliceMs + batchMsOf(current) <= SLICE_MS) return this.#current;
    const [first, ...others] = due;
    if (first === undefined) return null;
    const behind = others.reduce((least, arm) => (arm.spentMs < least.spentMs ? arm : least), first);
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
    this.#totalMs += elapsedMs;
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

  /** True for an arm that had all it may have; long batches are not begun for less than half of one. */
  #isThrough({ wallMs, spentMs }: Series): boolean {
    if (wallMs.length === 0) return false;
    const batchMs = batchMsOf({ wallMs, spentMs });
    // By its fastest batch, and not by the first alone, which is cold and may take several times as long.
    const isKnown = wallMs.length > 1 || spentMs >= COLD_MS;
    const isLong = isKnown && Math.min(...wallMs) * FEWEST_TELLING_BATCHES > this.#time.tellingMs;
    return isLong ? spentMs + batchMs / 2 >= this.#time.leastMs : spentMs >= this.#time.mostMs;
  }

  #mostTotalMs(): number {
    const batches = this.#arms.filter(({ wallMs }) => wallMs.length > 0);
    const roundMs = batches.reduce((sum, arm) => sum + batchMsOf(arm), 0);
    const { leftMs, totalMs, keptRounds } = this.#time;
    return Math.min(totalMs, Math.max(LEAST_ROUNDS * roundMs, leftMs - keptRounds * roundMs));
  }

  #haveSettled(waiting: readonly Series[]): boolean {
    return waiting.every(
      ({ wallMs, spentMs }) => spentMs >= this.#time.settledMs && warmthOf(wallMs)?.settled === true,
    );
  }
}

function batchMsOf({ wallMs, spentMs }: Pick<Series, 'wallMs' | 'spentMs'>): number {
  return wallMs.length === 0 ? 0 : spentMs / wallMs.length;
}

// When the untimed batches before the first sample may stop. In the first epoch they are a pilot, which goes on for a
// while to see where the slow start ends; later epochs repeat the number that was found.

/** A pilot of more batches would show nothing new: no arm is warmed up longer than this. */
export const LONGEST_PILOT = 12;
/** Share of an epoch's time that a pilot may go on for, beyond the least warm-up. */
const PILOT_SHARE_RATIO = 0.2;
/** However long the epoch: what has not settled by then is said to be unsettled. */
const LONGEST_PILOT_MS = 2_000;

/** What is wanted of a warm-up. */
export interface WarmupWish {
  /** The number that the pilot found; null while there was none. */
  readonly foundCount: number | null;
  readonly leastCount: number;
  /** Time that the epoch should take. */
  readonly shareMs: number;
}

/** Where a warm-up stands. */
export interface WarmupSoFar {
  /** Batches of every arm. */
  readonly batchCount: number;
  readonly elapsedMs: number;
  /** How long the last batch of every arm took; 0 before the first. */
  readonly lastMs: number;
}

/** Whether every arm runs one more untimed batch. */
export function isWarmedOn({ batchCount, elapsedMs, lastMs }: WarmupSoFar, wish: WarmupWish): boolean {
  if (batchCount < (wish.foundCount ?? wish.leastCount)) return true;
  if (wish.foundCount !== null || batchCount >= LONGEST_PILOT) return false;
  return elapsedMs + lastMs < Math.min(LONGEST_PILOT_MS, wish.shareMs * PILOT_SHARE_RATIO);
}

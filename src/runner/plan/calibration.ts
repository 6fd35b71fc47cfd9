// How long tasks are run alone: at the start of an epoch, when its arms are warm, and at its end, so that one bad moment does
// not speak for all. A batch of thousands is never run whole; a sample of it, another one each time, tells as much.

/** Share of an epoch's time for one calibration, and its bounds. */
const SHARE_RATIO = 0.05;
const LEAST_MS = 50;
const MOST_MS = 1_000;

/** How long one calibration may take in an epoch of `shareMs`. */
export function calibrationLimitMs(shareMs: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, shareMs * SHARE_RATIO));
}

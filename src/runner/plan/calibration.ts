// How long tasks are run alone: at the end of an epoch, when its arms are warmest, and in the first one, where there is time, also
// before its rounds, so that one bad moment does not speak for all and an interrupted run knows costs, too. A batch of thousands
// is never run whole; a sample of it, another one each time, tells as much.

/** Share of an epoch's time for one calibration, and its bounds. */
const SHARE_RATIO = 0.08;
const LEAST_MS = 100;
const MOST_MS = 1_000;

/** An epoch of less time has none for costs before its rounds, nor to decide every row; an interrupt leaves it without costs. */
const LEAST_SHARE_MS = 3_500;

/** Whether an epoch of `shareMs` has time for the most telling only. */
export function isShortEpoch(shareMs: number): boolean {
  return shareMs < LEAST_SHARE_MS;
}

/** How long one calibration may take in an epoch of `shareMs`. */
export function calibrationLimitMs(shareMs: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, shareMs * SHARE_RATIO));
}

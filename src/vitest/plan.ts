// How many calls make a sample: the same number for every function of a group. Were each calibrated by itself, those with
// more calls would lose fewer of them to a disturbance, and code would be called faster for that.

/**
 * What a sample should take at least, in milliseconds: thousands of clock readings, and still so short that most samples lie
 * between two disturbances and the functions of a round meet the same machine.
 */
const SAMPLE_MS = 1;

/** Samples that each function should get where calls are slow; then samples are shorter for it, down to one call. */
const WANTED_SAMPLES = 80;

/** More calls than any function needs for a millisecond: beyond them the clock stands still. */
export const MOST_CALLS = 2 ** 26;

/**
 * Calls in each sample.
 * @param callMs milliseconds of a call of each function
 * @param measuringMs milliseconds for all samples
 */
export function callsPerSample(callMs: readonly number[], measuringMs: number): number {
  const allMs = callMs.reduce((sum, ms) => sum + ms, 0);
  const wanted = Math.ceil(SAMPLE_MS / Math.min(...callMs));
  const affordable = Math.floor(measuringMs / (WANTED_SAMPLES * allMs));
  return Math.max(1, Math.min(wanted, affordable));
}

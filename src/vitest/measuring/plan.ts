// How many calls make a sample: the same number for every function of a group. Were each calibrated by itself, those with
// more calls would lose fewer of them to a disturbance, and code would be called faster for that.

/**
 * What a sample should take, in milliseconds: a thousand clock readings and more, and so short that most samples lie between two
 * turns of other programs. Ten times as long, they were seen to hide 5 % on a machine with three programs a core.
 */
const SAMPLE_MS = 0.1;

/** More samples of a function say nothing that longer ones do not say as well. */
const MOST_SAMPLES = 20_000;

/** Samples that each function should get where calls are slow; then samples are shorter for it, down to one call. */
const WANTED_SAMPLES = 80;

/** More calls than any function needs for a sample: beyond them the clock stands still. */
export const MOST_CALLS = 2 ** 26;

/**
 * Calls in each sample.
 * @param callMs milliseconds of a call of each function
 * @param measuringMs milliseconds for all samples
 */
export function callsPerSample(callMs: readonly number[], measuringMs: number): number {
  const allMs = callMs.reduce((sum, ms) => sum + ms, 0);
  const sampleMs = Math.max(SAMPLE_MS, measuringMs / callMs.length / MOST_SAMPLES);
  const wanted = Math.ceil(sampleMs / Math.min(...callMs));
  const affordable = Math.floor(measuringMs / (WANTED_SAMPLES * allMs));
  return Math.max(1, Math.min(wanted, affordable));
}

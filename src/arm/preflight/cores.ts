// How many cores this machine really gives: the same work on 1 .. w threads at once. A quota or a busy neighbour makes
// "2 cores" 1.2, and every prediction for a pool must use what is there, not what is reported.

import { entryUrl } from '../../entry-url.ts';
import { openProvenPool } from '../pool/proven-pool.ts';
import type { ProbeJob, ProbeResult } from './probe-worker.ts';

/** About 20 ms of computing for each thread: long enough to be scheduled out, short enough for three rounds. */
const UNITS = 200;
const REPEATS = 3;

/** Speed-up of k threads over one, for k = 1 .. threads, each probed one from the best of three tries. */
export async function probeEffectiveCores(threads: number): Promise<number[]> {
  const counts = probedCounts(threads);
  const bestMs = counts.map(() => Number.POSITIVE_INFINITY);
  const pool = await openProvenPool<ProbeJob, ProbeResult>(entryUrl('./probe-worker', import.meta.url), threads, null);
  try {
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      for (const [index, count] of counts.entries()) {
        const fromMs = performance.now();
        await Promise.all(
          Array.from({ length: count }, (_, worker) => pool.send({ part: 'compute', unitCount: UNITS }, worker)),
        );
        bestMs[index] = Math.min(bestMs[index] ?? 0, performance.now() - fromMs);
      }
    }
  } finally {
    await pool.destroy();
  }
  const [aloneMs = 1] = bestMs;
  return filledIn(
    counts,
    bestMs.map((tookMs, index) => ((counts[index] ?? 1) * aloneMs) / tookMs),
    threads,
  );
}

/** All counts up to four, then doubling, and the largest: beyond the cores of a machine one count is like the next. */
export function probedCounts(threads: number): number[] {
  const counts: number[] = [];
  for (let count = 1; count < threads; count = count < 4 ? count + 1 : count * 2) counts.push(count);
  return [...counts, threads];
}

/** One value for each count from 1 to `threads`, on straight lines between the probed ones. */
export function filledIn(counts: readonly number[], values: readonly number[], threads: number): number[] {
  return Array.from({ length: threads }, (_, index) => {
    const wanted = index + 1;
    const above = counts.findIndex((count) => count >= wanted);
    const [low = wanted, high = wanted] = [counts[above - 1], counts[above]];
    const [from = values[above] ?? 1, to = 1] = [values[above - 1], values[above]];
    return high === low ? to : from + ((to - from) * (wanted - low)) / (high - low);
  });
}

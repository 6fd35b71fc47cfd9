// How many cores this machine really gives: the same work on 1 .. w threads at once. A quota or a busy neighbour makes
// "2 cores" 1.2, and every prediction for a pool must use what is there, not what is reported.

import { entryUrl } from '../../entry-url.ts';
import { openProvenPool } from '../pool/proven-pool.ts';
import type { ProbeJob, ProbeResult } from './probe-worker.ts';

/** About 20 ms of computing for each thread: long enough to be scheduled out, short enough for three rounds. */
const UNITS = 200;
const REPEATS = 3;

/** Speed-up of k threads over one, for k = 1 .. threads, each from the best of three tries. */
export async function probeEffectiveCores(threads: number): Promise<number[]> {
  const pool = await openProvenPool<ProbeJob, ProbeResult>(entryUrl('./probe-worker', import.meta.url), threads, null);
  const bestMs: number[] = [];
  try {
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      for (let count = 1; count <= threads; count++) {
        const fromMs = performance.now();
        await Promise.all(Array.from({ length: count }, () => pool.run({ part: 'compute', unitCount: UNITS })));
        const tookMs = performance.now() - fromMs;
        bestMs[count - 1] = Math.min(bestMs[count - 1] ?? Number.POSITIVE_INFINITY, tookMs);
      }
    }
  } finally {
    await pool.destroy();
  }
  const aloneMs = bestMs[0] ?? 1;
  return bestMs.map((tookMs, index) => ((index + 1) * aloneMs) / tookMs);
}

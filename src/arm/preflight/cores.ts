// How many cores this machine really gives: the same work on 1 .. w threads at once. A quota or a busy neighbour makes
// "2 cores" 1.2, and what a pool gained must be read against what was there, not against what is reported. The threads
// stay, idle, so that every epoch can be told what it got.

import { entryUrl } from '../../entry-url.ts';
import { openProvenPool } from '../pool/proven-pool.ts';
import type { ProbeJob, ProbeResult } from './probe-worker.ts';

type ProbePool = Awaited<ReturnType<typeof openProvenPool<ProbeJob, ProbeResult>>>;

/** About a millisecond of computing: threads take portions until none is left, as the workers of a pool take tasks. */
const PORTION_UNITS = 10;
/** About 20 ms for each thread: long enough to be scheduled out, short enough for three rounds. */
const PORTIONS = 20;
const REPEATS = 3;
/** An epoch's own probe must cost it little: some 50 ms. */
const EPOCH_PORTIONS = 10;
const EPOCH_REPEATS = 2;

export class CoreProbe {
  readonly #pool: ProbePool;
  readonly #threadCount: number;

  private constructor(pool: ProbePool, threadCount: number) {
    this.#pool = pool;
    this.#threadCount = threadCount;
  }

  /** Starts that many threads. */
  static async open(threadCount: number): Promise<CoreProbe> {
    return new CoreProbe(
      await openProvenPool(entryUrl('./probe-worker', import.meta.url), threadCount, null),
      threadCount,
    );
  }

  /** Speed-up of k threads over one, for k = 1 up to all of them, each probed one from the best of three tries. */
  async speedUps(): Promise<number[]> {
    const counts = probedCounts(this.#threadCount);
    const aloneAndMore = await this.#fastestMs(counts, PORTIONS, REPEATS);
    return filledIn(counts, speedUpsOf(counts, aloneAndMore), this.#threadCount);
  }

  /** Speed-up of that many threads over one, as it is now. */
  async speedUpNow(threadCount: number): Promise<number> {
    const counts = threadCount === 1 ? [1] : [1, threadCount];
    return speedUpsOf(counts, await this.#fastestMs(counts, EPOCH_PORTIONS, EPOCH_REPEATS)).at(-1) ?? 1;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  /** Turn about, so that what comes and goes meets all counts alike. */
  async #fastestMs(counts: readonly number[], portionsPerThread: number, repeats: number): Promise<number[]> {
    const bestMs = counts.map(() => Number.POSITIVE_INFINITY);
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const [index, count] of counts.entries()) {
        const left = new Int32Array(new SharedArrayBuffer(4)).fill(count * portionsPerThread);
        const job: ProbeJob = { part: 'compute', unitCount: PORTION_UNITS, left };
        const fromMs = performance.now();
        await Promise.all(Array.from({ length: count }, (_, worker) => this.#pool.send(job, worker)));
        bestMs[index] = Math.min(bestMs[index] ?? 0, performance.now() - fromMs);
      }
    }
    return bestMs;
  }
}

/** How many times the work of one thread each count did in the same time; none does more than it has threads. */
function speedUpsOf(counts: readonly number[], tookMs: readonly number[]): number[] {
  const [aloneMs = 1] = tookMs;
  return counts.map((count, index) => Math.min(count, (count * aloneMs) / (tookMs[index] ?? aloneMs)));
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

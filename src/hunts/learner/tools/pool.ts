// A pool of threads as small as one can be: each computes one piece at a time, the others wait in order.

import { Worker } from 'node:worker_threads';
import { entryUrl } from '../../../entry-url.ts';
import type { Recorder } from '../recorder.ts';

const ENTRY_URL = entryUrl('./pool-worker', import.meta.url);
const MOST_THREADS = 16;

export interface ThreadPool {
  /** Resolves to what `compute` would return, computed by a thread. */
  compute(units: number, seed?: number): Promise<number>;
  /** Ends the threads. What they have not finished rejects. */
  close(): Promise<void>;
}

/** What a thread is told, and answers with one checksum. */
export interface Piece {
  readonly units: number;
  readonly seed: number;
}

interface Waiting extends Piece {
  readonly resolve: (checksum: number) => void;
  readonly reject: (error: Error) => void;
}

/** Throws a `RangeError` for a number of threads that nobody means. */
export function openPool(threads: number, recorder: Recorder): ThreadPool {
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw new RangeError(`openPool: expected a number of threads from 1 to ${MOST_THREADS}, got ${String(threads)}`);
  }
  const workers = Array.from({ length: threads }, () => new Worker(new URL(ENTRY_URL)));
  const idle = [...workers];
  const queue: Waiting[] = [];
  const busy = new Map<Worker, Waiting>();
  let isClosed = false;
  const next = (): void => {
    while (idle.length > 0 && queue.length > 0) {
      const [worker, piece] = [idle.shift() as Worker, queue.shift() as Waiting];
      busy.set(worker, piece);
      worker.postMessage({ units: piece.units, seed: piece.seed } satisfies Piece);
    }
  };
  for (const worker of workers) {
    worker.on('message', (checksum: number) => {
      busy.get(worker)?.resolve(checksum);
      busy.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('error', (error) => busy.get(worker)?.reject(error as Error));
  }
  return {
    async compute(units, seed = 0) {
      if (isClosed) throw new Error('this pool is closed');
      const ends = recorder.handsOver();
      try {
        return await new Promise<number>((resolve, reject) => {
          queue.push({ units, seed, resolve, reject });
          next();
        });
      } finally {
        ends();
      }
    },
    async close() {
      isClosed = true;
      for (const { reject } of [...busy.values(), ...queue])
        reject(new Error('the pool was closed before this was computed'));
      queue.length = 0;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

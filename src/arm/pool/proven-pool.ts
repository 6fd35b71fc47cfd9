// Worker threads that are really there: piscina with a fixed number of threads that never idle out, each of which has
// proved one task before the pool counts as open. Sole importer of piscina.

import { Piscina } from 'piscina';

/** The message that proves a worker; every worker file of ours hands it to `meetSiblings`. */
export interface ProofJob {
  readonly part: 'proof';
  readonly arrived: Int32Array;
  readonly expectedCount: number;
}

/** A worker that waits longer than this for its siblings, and for each of them, lets go, and the pool is not opened. */
const MEETING_MS = 10_000;
const MEETING_MS_PER_WORKER = 500;

/**
 * Starts `threads` workers and resolves when each has proved one task. Rejects with what a worker file throws on
 * loading: piscina then rejects only the first task and leaves the others pending for ever, so the first rejection
 * must end the wait.
 */
export async function openProvenPool<Job, Result>(
  filename: string,
  threads: number,
  workerData: unknown,
): Promise<Piscina<Job | ProofJob, Result>> {
  const pool = new Piscina<Job | ProofJob, Result>({
    filename,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData,
  });
  const arrived = new Int32Array(new SharedArrayBuffer(4));
  const proof: ProofJob = { part: 'proof', arrived, expectedCount: threads };
  try {
    await Promise.all(Array.from({ length: threads }, () => pool.run(proof)));
    return pool;
  } catch (thrown) {
    await pool.destroy();
    throw thrown;
  }
}

/**
 * Called in a worker: blocks until all workers are here at once, so that no fast one stands in for the others. Returns
 * which worker this is, from 0 in order of arrival.
 */
export function meetSiblings({ arrived, expectedCount }: ProofJob): number {
  const place = Atomics.add(arrived, 0, 1);
  Atomics.notify(arrived, 0);
  const meetingMs = MEETING_MS + MEETING_MS_PER_WORKER * expectedCount;
  for (;;) {
    const count = Atomics.load(arrived, 0);
    if (count >= expectedCount) return place;
    if (Atomics.wait(arrived, 0, count, meetingMs) === 'timed-out') {
      throw new Error(`only ${count} of ${expectedCount} worker threads started within ${meetingMs / 1000} s`);
    }
  }
}

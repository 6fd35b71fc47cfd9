// Worker threads that are really there: piscina with a fixed number of threads that never idle out, each of which has
// proved one task before the pool counts as open. Who asks says which worker is meant, so that no fast one stands in for
// the others. Sole importer of piscina.

import { Piscina } from 'piscina';
import type { Movable } from '../../model/scenario.ts';

/** The message that proves a worker and tells it which one it is, from 0. */
export interface ProofJob {
  readonly part: 'proof';
  readonly worker: number;
}

/** A pool whose workers have all proved one task. */
export interface ProvenPool<Job, Result> {
  readonly threads: number;
  /** Posts a job to one worker, at once; what is moved leaves this thread. Rejects when it cannot be sent, when its worker file throws or its worker ends. */
  send(job: Job, worker: number, moved?: readonly Movable[]): Promise<Result>;
  /** CPU time of all workers since they started, in milliseconds; null where this Node does not tell. */
  cpuMs(): Promise<number | null>;
  /** Ends the threads, whatever they do. */
  destroy(): Promise<void>;
}

/** Starts `threads` workers and resolves when each has proved one task. Rejects with what a worker file throws on loading. */
export async function openProvenPool<Job, Result>(
  filename: string,
  threads: number,
  workerData: unknown,
): Promise<ProvenPool<Job, Result>> {
  let meant = 0;
  const pool = new Piscina<Job | ProofJob, Result>({
    filename,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData,
    loadBalancer: (_, workers) => workers[meant] ?? null,
    ...SWIFT,
  });
  let ending: Promise<void> | undefined;
  const send = (job: Job | ProofJob, worker: number, moved: readonly Movable[] = []): Promise<Result> => {
    // piscina would start a worker for a job that comes late.
    if (ending !== undefined) return Promise.reject(new Error('the worker threads have been ended'));
    meant = worker;
    return pool.run(job, { transferList: moved as ArrayBuffer[] });
  };
  const cpuMs = async (): Promise<number | null> => {
    const usages = await Promise.all(pool.threads.map((worker) => worker.cpuUsage?.() ?? null));
    return usages.reduce<number | null>(
      (sum, usage) => (sum === null || usage === null ? null : sum + (usage.user + usage.system) / 1e3),
      0,
    );
  };
  const destroy = (): Promise<void> => {
    ending ??= pool.destroy();
    return ending;
  };
  try {
    await Promise.all(Array.from({ length: threads }, (_, worker) => send({ part: 'proof', worker }, worker)));
    return { threads, send, cpuMs, destroy };
  } catch (thrown) {
    await destroy();
    throw thrown;
  }
}

/**
 * One job may lie at a worker while another runs. Its histograms are not asked for. Without atomics a worker takes its
 * messages from its event loop.
 */
const SWIFT = { concurrentTasksPerWorker: 2, recordTiming: false, atomics: 'disabled' } as const;

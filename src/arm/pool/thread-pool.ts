// The pool of worker threads: proven ones, each with its next job already there.

import { entryUrl } from '../../entry-url.ts';
import type { Movable, Scenario } from '../../model/scenario.ts';
import type { SpanRecorder } from '../tasks/spans/span-recorder.ts';
import { type ArmPool, armPool } from './arm-pool.ts';
import { createTickets, FedWorkers, type Ticketed } from './fed-workers.ts';
import type { PooledOrder, PoolWorkerData } from './pool-worker.ts';
import { openProvenPool } from './proven-pool.ts';
import type { PhaseJob, PhaseResult, PoolJob, PoolResult } from './run-job.ts';

/** Starts `threads` worker threads for one scenario. */
export async function openThreadPool(
  threads: number,
  order: PooledOrder,
  scenario: Scenario,
  recorder: SpanRecorder,
): Promise<ArmPool> {
  const url = entryUrl('./pool-worker', import.meta.url);
  const tickets = createTickets(threads);
  const workerData: PoolWorkerData = { ...order, tickets };
  const pool = await openProvenPool<Ticketed<PoolJob> | PhaseJob, PoolResult | PhaseResult>(url, threads, workerData);
  const workers = new FedWorkers<PoolJob, PoolResult>(
    { threads, send: (job, worker, moved) => pool.send(job, worker, moved) as Promise<PoolResult | null> },
    tickets,
  );
  const crew = {
    workerCount: threads,
    inProcesses: false,
    run: (job: PoolJob, moved?: readonly Movable[]) => workers.run(job, moved),
    perform: (job: PhaseJob, worker: number) => pool.send(job, worker) as Promise<PhaseResult>,
    cpuMs: pool.cpuMs,
    destroy: pool.destroy,
  };
  return armPool(crew, scenario, recorder);
}

// The pool behind the pool strategies: hands tasks to proven workers and writes each task's span.

import { entryUrl } from '../../entry-url.ts';
import type { Movable, Scenario } from '../../model/scenario.ts';
import type { Waited, WorkerPool } from '../../model/strategy.ts';
import { monotonicMs } from '../clock.ts';
import { FAILED_TASK } from '../tasks/outputs.ts';
import type { SpanRecorder } from '../tasks/span-recorder.ts';
import { TaskFailure } from '../tasks/task-failure.ts';
import type { TaskSpan } from '../tasks/task-span.ts';
import { createTickets, FedWorkers, type Ticketed } from './fed-workers.ts';
import { explained } from './lost-class.ts';
import type { PhaseJob, PhaseResult, PooledOrder, PoolJob, PoolResult, PoolWorkerData } from './pool-worker.ts';
import { openProvenPool } from './proven-pool.ts';
import { cloneError, isCloneError } from './uncloneable.ts';

/** A waited-for task as this side knows it: its span goes on while the pool computes. */
export interface WaitedTask extends Waited {
  readonly span: TaskSpan;
}

/** The pool of an arm: what a strategy may use, what every worker does beside tasks, and the processor time used. */
export interface ArmPool extends WorkerPool {
  /** Runs the scenario's `setup` in every worker at once. Throws what the first one threw. */
  setUp(): Promise<void>;
  /** Runs the scenario's `reset` in every worker at once. Throws what the first one threw. */
  reset(): Promise<void>;
  /** Runs the scenario's `teardown` in every worker that is left, and ends them. Throws what the first one threw. */
  close(): Promise<void>;
  /** CPU time of all workers since they started, in milliseconds; null where this Node does not tell. */
  cpuMs(): Promise<number | null>;
}

/** Opens a pool of `threads` workers for one scenario. */
export async function openWorkerPool(
  threads: number,
  order: PooledOrder,
  { setup, reset, teardown, transfer }: Scenario,
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
  let isEnded = false;
  const end = () => {
    isEnded = true;
    void pool.destroy();
  };
  let endedBy: AbortSignal | undefined;
  /** A worker cannot be asked to stop: a batch that passes its deadline ends them all. */
  const runUntilDeadline = (job: PoolJob, moved: readonly Movable[] | undefined): Promise<PoolResult> => {
    const { signal } = recorder;
    if (signal !== endedBy) signal.addEventListener('abort', end, { once: true });
    endedBy = signal;
    return workers.run(job, moved).catch((thrown) => {
      throw isCloneError(thrown) ? cloneError(job.payload, job.part === 'task' ? 'input' : 'value', false) : thrown;
    });
  };
  const everywhere = async (part: PhaseJob['part']): Promise<void> => {
    const results = await Promise.all(Array.from({ length: threads }, (_, worker) => pool.send({ part }, worker)));
    const failure = (results as PhaseResult[]).find((result) => result !== null);
    if (failure) throw new TaskFailure(failure);
  };
  const outputOf = (result: PoolResult, span: TaskSpan, sent: unknown): unknown => {
    if (result.failure === undefined) {
      recorder.record(span);
      return result.output;
    }
    try {
      return recorder.recordFailed(span, new TaskFailure(result.failure));
    } catch {
      throw new TaskFailure(explained(result.failure, sent));
    }
  };
  return {
    async run(input) {
      const handedMs = monotonicMs();
      const result = await runUntilDeadline({ part: 'task', payload: input }, transfer?.input?.(input));
      const { span } = result;
      span.handedMs = handedMs;
      span.handoverMs = monotonicMs() - handedMs - (span.endedMs - span.startedMs);
      return outputOf(result, span, input);
    },
    async cpu(waited) {
      const { span, value } = waited as WaitedTask;
      if (value === FAILED_TASK) return value;
      const handedMs = monotonicMs();
      const result = await runUntilDeadline({ part: 'cpu', payload: value }, transfer?.value?.(value));
      span.endedMs = monotonicMs();
      span.computeFromMs = result.span.computeFromMs;
      span.computeWallMs = result.span.computeWallMs;
      span.worker = result.span.worker;
      span.handedMs = handedMs;
      span.workerFromMs = result.span.startedMs;
      span.workerToMs = result.span.endedMs;
      span.handoverMs = span.endedMs - handedMs - (result.span.endedMs - result.span.startedMs);
      return outputOf(result, span, value);
    },
    cpuMs: pool.cpuMs,
    async setUp() {
      if (setup) await everywhere('setup');
    },
    async reset() {
      if (reset) await everywhere('reset');
    },
    async close() {
      try {
        if (teardown && !isEnded) await everywhere('teardown');
      } finally {
        await pool.destroy();
      }
    },
  };
}

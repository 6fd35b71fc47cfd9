// The pool behind the pool strategies: hands tasks to proven workers and writes each task's span.

import { entryUrl } from '../../entry-url.ts';
import type { Waited, WorkerPool } from '../../model/strategy.ts';
import { monotonicMs } from '../clock.ts';
import { FAILED_TASK } from '../tasks/outputs.ts';
import type { SpanRecorder } from '../tasks/span-recorder.ts';
import { TaskFailure } from '../tasks/task-failure.ts';
import type { TaskSpan } from '../tasks/task-span.ts';
import type { PoolJob, PoolResult, PoolWorkerData } from './pool-worker.ts';
import { openProvenPool } from './proven-pool.ts';

/** A waited-for task as this side knows it: its span goes on while the pool computes. */
export interface WaitedTask extends Waited {
  readonly span: TaskSpan;
}

/** The pool of an arm: what a strategy may use, and the processor time that its workers have used. */
export interface ArmPool extends WorkerPool {
  /** CPU time of all workers since they started, in milliseconds; null where this Node does not tell. */
  cpuMs(): Promise<number | null>;
}

/** Opens a pool of `threads` workers for one scenario. */
export async function openWorkerPool(
  threads: number,
  workerData: PoolWorkerData,
  recorder: SpanRecorder,
): Promise<ArmPool> {
  const url = entryUrl('./pool-worker', import.meta.url);
  const pool = await openProvenPool<PoolJob, PoolResult>(url, threads, workerData);
  const outputOf = (result: PoolResult, span: TaskSpan): unknown => {
    if (result.failure) return recorder.recordFailed(span, new TaskFailure(result.failure));
    recorder.record(span);
    return result.output;
  };
  return {
    async run(input) {
      const handedMs = monotonicMs();
      const result = await pool.run({ part: 'task', payload: input }, { signal: recorder.signal });
      const { span } = result;
      span.handedMs = handedMs;
      span.handoverMs = monotonicMs() - handedMs - (span.endedMs - span.startedMs);
      return outputOf(result, span);
    },
    async cpu(waited) {
      const { span, value } = waited as WaitedTask;
      if (value === FAILED_TASK) return value;
      const handedMs = monotonicMs();
      const result = await pool.run({ part: 'cpu', payload: value }, { signal: recorder.signal });
      span.endedMs = monotonicMs();
      span.computeWallMs = result.span.computeWallMs;
      span.worker = result.span.worker;
      span.handedMs = handedMs;
      span.workerFromMs = result.span.startedMs;
      span.workerToMs = result.span.endedMs;
      span.handoverMs = span.endedMs - handedMs - (result.span.endedMs - result.span.startedMs);
      return outputOf(result, span);
    },
    async cpuMs() {
      const usages = await Promise.all(pool.threads.map((worker) => worker.cpuUsage?.() ?? null));
      return usages.reduce<number | null>(
        (sum, usage) => (sum === null || usage === null ? null : sum + (usage.user + usage.system) / 1e3),
        0,
      );
    },
    close: () => pool.destroy(),
  };
}

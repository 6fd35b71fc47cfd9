// The pool behind the strategies that have one: hands tasks to workers, threads or processes, and writes each task's span.

import type { Movable, Scenario } from '../../model/scenario.ts';
import type { Waited, WorkerPool } from '../../model/strategy.ts';
import { monotonicMs } from '../clock.ts';
import { FAILED_TASK } from '../tasks/outputs/outputs.ts';
import type { SpanRecorder } from '../tasks/spans/span-recorder.ts';
import type { TaskSpan } from '../tasks/spans/task-span.ts';
import { TaskFailure } from '../tasks/task-failure.ts';
import { explained } from './lost-class.ts';
import type { PhaseJob, PhaseResult, PoolJob, PoolResult } from './run-job.ts';
import { cloneError, isCloneError } from './uncloneable.ts';

/** A waited-for task as this side knows it: its span goes on while the pool computes. */
export interface WaitedTask extends Waited {
  readonly span: TaskSpan;
}

/** The pool of an arm: what a strategy may use, what every worker does beside tasks, and the processor time used. */
export interface ArmPool extends WorkerPool {
  /** Whether its workers are processes, whose processor time is none of this one's. */
  readonly inProcesses: boolean;
  /** Runs the scenario's `setup` in every worker at once. Throws what the first one threw. */
  setUp(): Promise<void>;
  /** Runs the scenario's `reset` in every worker at once. Throws what the first one threw. */
  reset(): Promise<void>;
  /** Runs the scenario's `teardown` in every worker that is left, and ends them. Throws what the first one threw. */
  close(): Promise<void>;
  /** CPU time of all workers since they started, in milliseconds; null where this Node does not tell. */
  cpuMs(): Promise<number | null>;
}

/** Workers that have proved themselves, whatever they are. */
export interface Crew {
  readonly workerCount: number;
  readonly inProcesses: boolean;
  /** Runs a job on whichever worker is free first. Rejects when it cannot be sent, or when its worker ends. */
  run(job: PoolJob, moved: readonly Movable[] | undefined): Promise<PoolResult>;
  /** Has one worker do what comes before or after batches. */
  perform(job: PhaseJob, worker: number): Promise<PhaseResult>;
  cpuMs(): Promise<number | null>;
  /** Ends the workers, whatever they do. */
  destroy(): Promise<void>;
}

/** The pool of these workers, for one scenario. */
export function armPool(
  crew: Crew,
  { setup, reset, teardown, transfer }: Pick<Scenario, 'setup' | 'reset' | 'teardown' | 'transfer'>,
  recorder: SpanRecorder,
): ArmPool {
  let isEnded = false;
  const end = () => {
    isEnded = true;
    void crew.destroy();
  };
  let endedBy: AbortSignal | undefined;
  /** A worker cannot be asked to stop: a batch that passes its deadline ends them all. */
  const runUntilDeadline = (job: PoolJob, moved: readonly Movable[] | undefined): Promise<PoolResult> => {
    const { signal } = recorder;
    if (signal !== endedBy) signal.addEventListener('abort', end, { once: true });
    endedBy = signal;
    return crew.run(job, moved).catch((thrown) => {
      throw isCloneError(thrown) ? cloneError(job.payload, job.part === 'task' ? 'input' : 'value', false) : thrown;
    });
  };
  const everywhere = async (part: PhaseJob['part']): Promise<void> => {
    const workers = Array.from({ length: crew.workerCount }, (_, worker) => crew.perform({ part }, worker));
    const failure = (await Promise.all(workers)).find((result) => result !== null);
    if (failure) throw new TaskFailure(failure);
  };
  const outputOf = (result: PoolResult, span: TaskSpan, sent: unknown): unknown => {
    if (result.failure === undefined) {
      recorder.record(span);
      return result.output;
    }
    const thrown = new TaskFailure(result.failure);
    try {
      return recorder.recordFailed(span, thrown);
    } catch {
      throw recorder.isAllowed(thrown) ? thrown : new TaskFailure(explained(result.failure, sent));
    }
  };
  return {
    inProcesses: crew.inProcesses,
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
    cpuMs: () => crew.cpuMs(),
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
        await crew.destroy();
      }
    },
  };
}

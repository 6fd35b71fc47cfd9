// HOW the same tasks are scheduled. A strategy receives the three ways to run a task and arranges them in time;
// it never learns which scenario it runs.

import type { Shape } from './shape.ts';

/** A task whose waiting is over and whose computing is still to be done. Opaque to strategies. */
export interface Waited {
  readonly value: unknown;
}

/** The parts of one task, instrumented. A strategy may use the whole or the two halves. */
export interface Tasks {
  /** Runs a whole task on this thread: `io`, then `cpu`. Resolves to its output. */
  run(input: unknown): Promise<unknown>;
  /** Runs the waiting part on this thread; the result goes to `WorkerPool.cpu`. */
  io(input: unknown): Promise<Waited>;
  /** What stands for the output of a task that rejected with this; throws it where no task may fail. */
  failed(thrown: unknown): unknown;
}

/** A warm pool of workers, threads or processes, in which every worker has already proved one task. */
export interface WorkerPool {
  /** Sends one input to a worker, which runs the whole task. */
  run(input: unknown): Promise<unknown>;
  /** Sends what was waited for to a worker, which runs the computing part only. */
  cpu(waited: Waited): Promise<unknown>;
  /** Ends the workers. */
  close(): Promise<void>;
}

/** Everything a strategy may use. */
export interface StrategyContext {
  readonly tasks: Tasks;
  /** Most tasks under way at once, for strategies that have a bound. At least 1. */
  readonly concurrency: number;
  /** Workers, for strategies that have a pool. At least 1. */
  readonly threads: number;
  /** Starts `threads` worker threads; resolves when each has proved one task. */
  openPool(): Promise<WorkerPool>;
  /** The same with child processes. */
  openProcesses(): Promise<WorkerPool>;
}

/** A strategy ready to run batches. */
export interface OpenStrategy {
  /** Runs the whole batch once. Resolves to the outputs in the order of the inputs. */
  runBatch(inputs: readonly unknown[]): Promise<unknown[]>;
  /** Releases what `open` acquired. */
  close(): Promise<void>;
}

/** One way to schedule a batch. */
export interface Strategy {
  readonly id: string;
  /** One sentence: what it does. */
  readonly idea: string;
  /** What it does, as data: its settings, the work it suits, floor, prediction and advice follow from this. */
  readonly shape: Shape;
  /** Prepares for batches; timed apart, because start-up is a finding. */
  open(context: StrategyContext): Promise<OpenStrategy>;
}

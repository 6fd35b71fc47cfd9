// What is kept of the single tasks of one sample: instants on the one clock that threads and processes of a machine share,
// in whole microseconds from the start of the batch. Columns have one entry for each task that is kept, in the order in
// which the strategy began them, which is that of the inputs for every strategy of the suite.

/** Why a sample's tasks are kept: its makespan is the one nearest to the median of its cell, or the longest. */
export type TimelineReason = 'typical' | 'slowest';

/** A waiting part may lie on either thread, before or after the hand-over: its end tells. */
export interface TaskInstants {
  /** Place in the order in which tasks began, from 0. */
  readonly place: readonly number[];
  /** When the strategy began the task: on the main thread, or by handing it over. */
  readonly startedUs: readonly number[];
  /** When its waiting part was over; that of its start where it has none. */
  readonly waitedUs: readonly number[];
  /** When its computing part began and ended; equal where it has none. */
  readonly computeFromUs: readonly number[];
  readonly computeToUs: readonly number[];
  /** When its output was there for the strategy, on the main thread. */
  readonly endedUs: readonly number[];
}

/** Instants of what a worker did of each task. */
export interface PoolInstants {
  /** Which worker of the pool, from 0; null for a task that failed before it was handed over. */
  readonly worker: readonly (number | null)[];
  readonly handedUs: readonly number[];
  readonly fromUs: readonly number[];
  readonly toUs: readonly number[];
}

/** Instants of answered requests, one entry for each. */
export interface RequestInstants {
  /** Which of the kept tasks, by its position in the columns. */
  readonly row: readonly number[];
  readonly askedUs: readonly number[];
  /** When the server had read the head. */
  readonly receivedUs: readonly number[];
  /** When it began to serve. */
  readonly begunUs: readonly number[];
  /** When the last byte was due. */
  readonly sentUs: readonly number[];
  /** When the task went on. */
  readonly gotUs: readonly number[];
}

/** What an arm tells of one batch. */
export interface BatchTimeline {
  /** Of the makespan of the sample, by the clock of the spans. */
  readonly batchUs: number;
  readonly tasks: TaskInstants;
  /** Null where no worker ran a part of them. */
  readonly pool: PoolInstants | null;
  readonly requests: RequestInstants;
  /** Positions of tasks that failed where the scenario allows it. */
  readonly failedRows: readonly number[];
  /** Tasks, and requests of the kept ones, that were not kept. */
  readonly leftOutTaskCount: number;
  readonly leftOutRequestCount: number;
}

/** The same with the sample that it belongs to. */
export interface Timeline extends BatchTimeline {
  readonly epoch: number;
  readonly round: number;
  readonly reason: TimelineReason;
}

// Where each task of a kept sample was, told: segments that add up to the task, from the start of its batch to the moment
// when its output was there. Built from instants by report/, drawn by render/. Whole microseconds from the batch's start.

import type { TimelineReason } from '../document/timeline.ts';
import type { NamedArm } from './report.ts';

/** Every kind of segment, in the order in which legends name them. */
export const SEGMENT_KINDS = [
  /** Not begun, since the strategy lets only so many begin. */
  'held back',
  /** Handed over, and no worker has taken it. */
  'pool queue',
  /** The main thread, or the worker, sends and reads. */
  'handling',
  /** The server has the request and does not serve it yet. */
  'server queue',
  /** The server is at it. */
  'server',
  /** Between the two, no longer than that takes when nothing else happens; or before the server has read it. */
  'on the way',
  /** A timer, another server, a disk: what the task waits for when it runs alone, and no account tells of it. */
  'waiting elsewhere',
  /** Nothing is left to wait for, and the main thread is at other tasks. */
  'loop busy',
  /** Nothing is left to wait for but a processor: other threads of the same arm computed on every one of them. */
  'no core free',
  /** Longer than alone, and the main thread was not busy for so long: a lock, a pool of connections, a quota, a disk. */
  'held up',
  /** On the main thread. */
  'computing here',
  'computing in a worker',
  /** On libuv's threads or native ones. */
  'computing elsewhere',
] as const;

export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** A stretch of a task's time. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly fromUs: number;
  readonly toUs: number;
}

/** One task: segments follow each other without a gap. */
export interface TimelineTask {
  /** Place in the order in which tasks began, from 0. */
  readonly place: number;
  /** From 0; null where no worker ran a part of it. */
  readonly worker: number | null;
  readonly failed: boolean;
  readonly segments: readonly Segment[];
}

/** What a worker's task did while the worker had it. */
export interface WorkerPart extends Segment {
  readonly worker: number;
}

/** A worker without a task. */
export interface IdleWorker {
  readonly worker: number;
  readonly fromUs: number;
  readonly toUs: number;
}

/** The tasks of one sample. */
export interface TimelineReport extends NamedArm {
  /** True for the second copy of the reference arm. */
  readonly placebo: boolean;
  readonly reason: TimelineReason;
  readonly epoch: number;
  readonly round: number;
  readonly batchUs: number;
  readonly tasks: readonly TimelineTask[];
  /** What the workers of a pool did and when each had no task, worker by worker in time; none where tasks were left out. */
  readonly workerParts: readonly WorkerPart[];
  readonly idleWorkers: readonly IdleWorker[];
  /** Tasks of the batch, and requests of the tasks above, that were not kept. */
  readonly leftOutTaskCount: number;
  readonly leftOutRequestCount: number;
  /** What its instants say that cannot have been, one sentence each; none in a sound timeline. */
  readonly faults: readonly string[];
}

/** All timelines of one scenario, in the order of its rows, the typical sample of an arm before its slowest. */
export interface ScenarioTimelines {
  readonly scenarioId: string;
  readonly title: string;
  readonly timelines: readonly TimelineReport[];
  /** Those of two rows that tell most of each other: none without, one where there is no other. */
  readonly telling: readonly TimelineReport[];
}

// Spans of the last batches, packed so that they cost the process little, until somebody asks for those of a few.

import type { BatchTimeline } from '../../../model/document/timeline.ts';
import type { Window } from './span-recorder.ts';
import { REQUEST_INSTANTS, returnedMsOf, type TaskSpan } from './task-span.ts';

/** More than an epoch has rounds, unless batches take no time: then the last ones. */
const MOST_BATCHES = 128;
/** Of a longer batch the first half of as many and the longest of the others are kept. */
export const MOST_TASKS = 256;
/** Of a task that sends more, the first ones. */
const MOST_REQUESTS = 8;

/** Stands for none in a column of numbers. */
const NO_WORKER = -1;
const workerOf = (packed: number) => (packed === NO_WORKER ? null : packed);

const TASK_FIELDS = 10;
const REQUEST_FIELDS = REQUEST_INSTANTS + 1;

/** Times are milliseconds from the start of the batch. */
interface PackedBatch {
  readonly batch: number;
  readonly durationMs: number;
  readonly tasks: Float64Array;
  readonly requests: Float64Array;
  readonly hasPool: boolean;
  readonly failedRows: readonly number[];
  readonly leftOutTaskCount: number;
  readonly leftOutRequestCount: number;
}

export class KeptSpans {
  #batches: PackedBatch[] = [];

  /** Keeps the spans of a batch under its number. */
  keep(batch: number, spans: readonly TaskSpan[], hasFailed: (span: TaskSpan) => boolean, window: Window): void {
    if (this.#batches.length === MOST_BATCHES) this.#batches.shift();
    this.#batches.push(packed(batch, spans, hasFailed, window));
  }

  /** What is known of these batches; undefined for one that is not kept. */
  timelineOf(batch: number): BatchTimeline | undefined {
    const found = this.#batches.find((each) => each.batch === batch);
    return found && unpacked(found);
  }
}

function packed(
  batch: number,
  spans: readonly TaskSpan[],
  hasFailed: (span: TaskSpan) => boolean,
  { fromMs, toMs }: Window,
): PackedBatch {
  const begun = spans.map((span) => ({ span, beganMs: beganMs(span) })).sort((a, b) => a.beganMs - b.beganMs);
  const kept = chosen(begun.map(({ span, beganMs }, place) => ({ span, beganMs, place })));
  const tasks = new Float64Array(kept.length * TASK_FIELDS);
  const requests: number[] = [];
  let leftOutRequestCount = 0;
  for (const [row, { span, beganMs, place }] of kept.entries()) {
    const instants = [
      ...[beganMs, span.ioToMs, span.computeFromMs, span.computeFromMs + span.computeWallMs, returnedMsOf(span)],
      ...[span.handedMs, span.workerFromMs, span.workerToMs],
    ].map((atMs) => atMs - fromMs);
    tasks.set([place, span.worker ?? NO_WORKER, ...instants], row * TASK_FIELDS);
    const count = Math.min(MOST_REQUESTS, span.requests.length / REQUEST_INSTANTS);
    leftOutRequestCount += span.requests.length / REQUEST_INSTANTS - count;
    for (let request = 0; request < count; request++) {
      const from = request * REQUEST_INSTANTS;
      requests.push(row, ...span.requests.slice(from, from + REQUEST_INSTANTS).map((atMs) => atMs - fromMs));
    }
  }
  return {
    batch,
    durationMs: toMs - fromMs,
    tasks,
    requests: Float64Array.from(requests),
    hasPool: kept.some(({ span }) => span.worker !== null),
    failedRows: kept.flatMap(({ span }, row) => (hasFailed(span) ? [row] : [])),
    leftOutTaskCount: spans.length - kept.length,
    leftOutRequestCount,
  };
}

/** A task that a worker waits for begins with its hand-over, one that waits here before it. */
function beganMs({ startedMs, handedMs }: TaskSpan): number {
  return Math.min(startedMs, handedMs);
}

interface BegunTask {
  readonly span: TaskSpan;
  readonly beganMs: number;
  readonly place: number;
}

function chosen(begun: readonly BegunTask[]): readonly BegunTask[] {
  if (begun.length <= MOST_TASKS) return begun;
  const first = begun.slice(0, MOST_TASKS / 2);
  const lengthMs = ({ span, beganMs }: BegunTask) => returnedMsOf(span) - beganMs;
  const slowest = begun
    .slice(MOST_TASKS / 2)
    .sort((one, other) => lengthMs(other) - lengthMs(one))
    .slice(0, MOST_TASKS / 2);
  return [...first, ...slowest.sort((one, other) => one.place - other.place)];
}

function unpacked(batch: PackedBatch): BatchTimeline {
  const task = (field: number) => column(batch.tasks, TASK_FIELDS, field);
  const taskUs = (field: number) => task(field).map(microseconds);
  const request = (field: number) => column(batch.requests, REQUEST_FIELDS, field);
  const requestUs = (field: number) => request(field).map(microseconds);
  return {
    batchUs: microseconds(batch.durationMs),
    tasks: {
      place: task(0),
      startedUs: taskUs(2),
      waitedUs: taskUs(3),
      computeFromUs: taskUs(4),
      computeToUs: taskUs(5),
      endedUs: taskUs(6),
    },
    pool: batch.hasPool
      ? { worker: task(1).map(workerOf), handedUs: taskUs(7), fromUs: taskUs(8), toUs: taskUs(9) }
      : null,
    requests: {
      row: request(0),
      askedUs: requestUs(1),
      receivedUs: requestUs(2),
      begunUs: requestUs(3),
      sentUs: requestUs(4),
      gotUs: requestUs(5),
    },
    failedRows: batch.failedRows,
    leftOutTaskCount: batch.leftOutTaskCount,
    leftOutRequestCount: batch.leftOutRequestCount,
  };
}

function column(packed: Float64Array, width: number, field: number): number[] {
  return Array.from({ length: packed.length / width }, (_, row) => packed[row * width + field] as number);
}

function microseconds(ms: number): number {
  return Math.round(ms * 1_000);
}

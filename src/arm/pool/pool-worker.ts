// Entry of a worker thread in an arm's pool: runs a whole task, or only its computing part, and sends back the output
// together with the task's span. One at a time: a task that waits holds its worker, though the next lies there already.

import { workerData } from 'node:worker_threads';
import type { CellFailure } from '../../model/document.ts';
import { monotonicMs } from '../clock.ts';
import { OpenWork, type WorkOrder } from '../tasks/open-work.ts';
import { RequestTally } from '../tasks/request-tally.ts';
import { failureOf } from '../tasks/task-failure.ts';
import { startSpan, type TaskSpan } from '../tasks/task-span.ts';
import { TAKEN_BACK, type Ticketed, takeJob } from './fed-workers.ts';
import type { ProofJob } from './proven-pool.ts';
import { cloneError, isCloneError } from './uncloneable.ts';

/** A work order with the memory in which requests are counted. */
export interface PooledOrder extends WorkOrder {
  readonly requests: Int32Array<SharedArrayBuffer>;
}

/** What a pool is told once, when its workers start. */
export interface PoolWorkerData extends PooledOrder {
  readonly tickets: Int32Array;
}

/** A task, or the computing part of one. */
export interface PoolJob {
  readonly part: 'task' | 'cpu';
  readonly payload: unknown;
}

/** What every worker does once, or before every batch. */
export interface PhaseJob {
  readonly part: 'setup' | 'reset' | 'teardown';
}

/** What comes back of a task: the output with the task's span, or why there is none. */
export type PoolResult =
  | { readonly output: unknown; readonly span: TaskSpan; readonly failure?: undefined }
  | { readonly failure: CellFailure; readonly span: TaskSpan };

/** What comes back of a phase: why it failed, or null. */
export type PhaseResult = CellFailure | null;

const { tickets, ...order } = workerData as PoolWorkerData;
const work = await OpenWork.open(order, new RequestTally(order.requests));
const { transfer, io } = work.scenario;
const moveOutput = transfer?.output === undefined ? null : (await import('./moved-output.ts')).movedWith;
/** A worker whose task passes its deadline is ended from outside. */
const neverAborted = new AbortController().signal;
/** Which worker of its pool this is; known once it has proved itself. */
let ownNumber = 0;

/** Whether an output of this worker has been seen to travel. A refusal names its place, once; the copy is for that alone. */
let hasTravelled = moveOutput !== null;

/** Ends when the job before it has. */
let lastEnded: Promise<unknown> = Promise.resolve();

export default function perform(message: Ticketed<PoolJob> | PhaseJob | ProofJob) {
  const result = lastEnded.then<PoolResult | PhaseResult>(() => {
    if (!('part' in message)) return runTicketed(message);
    return message.part === 'proof' ? prove(message) : phase(message);
  });
  const hasWaited = io !== undefined && !('part' in message) && message.job.part === 'task';
  lastEnded = hasWaited ? result.then(nextTurn) : result;
  return result;
}

/** A connection is free again only a turn of the loop after its answer; the next task would open another. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The first request of a worker opens its connection; that belongs to the start-up, not to a sample. */
async function prove({ worker }: ProofJob): Promise<null> {
  ownNumber = worker;
  if (io && order.server.isFixture) await work.connect(1);
  return null;
}

async function phase({ part }: PhaseJob): Promise<PhaseResult> {
  try {
    if (part === 'setup') await work.setUp(ownNumber);
    if (part === 'reset') await work.reset();
    if (part === 'teardown') await work.close();
    return null;
  } catch (thrown) {
    return failureOf(thrown);
  }
}

function assertTravels(output: unknown): void {
  try {
    structuredClone(output);
  } catch (thrown) {
    throw isCloneError(thrown) ? cloneError(output, 'output', true) : thrown;
  }
  hasTravelled = true;
}

async function runTicketed({ job, ticket }: Ticketed<PoolJob>): Promise<PoolResult | typeof TAKEN_BACK> {
  if (ticket !== null && !takeJob(tickets, ticket)) return TAKEN_BACK;
  const span = { ...startSpan(monotonicMs()), worker: ownNumber };
  try {
    const value = job.part === 'cpu' ? job.payload : await work.io(job.payload, neverAborted, span);
    const output = work.cpu(value, span);
    if (!hasTravelled) assertTravels(output);
    span.endedMs = monotonicMs();
    span.workerToMs = span.endedMs;
    const result = { output, span };
    return moveOutput === null ? result : moveOutput(result, transfer?.output?.(output) ?? []);
  } catch (thrown) {
    span.endedMs = monotonicMs();
    span.workerToMs = span.endedMs;
    return { failure: failureOf(thrown), span };
  }
}

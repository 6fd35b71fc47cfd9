// Entry of a worker thread in an arm's pool. One job at a time: a task that waits holds its worker, though the next lies
// there already.

import { workerData } from 'node:worker_threads';
import { OpenWork, type WorkOrder } from '../tasks/open-work.ts';
import { RequestTally } from '../tasks/request-tally.ts';
import { failureOf } from '../tasks/task-failure.ts';
import { TAKEN_BACK, type Ticketed, takeJob } from './fed-workers.ts';
import type { ProofJob } from './proven-pool.ts';
import {
  nextTurn,
  type PhaseJob,
  type PhaseResult,
  type PoolJob,
  type PoolResult,
  runJob,
  runPhase,
} from './run-job.ts';
import { cloneError, isCloneError } from './uncloneable.ts';

/** A work order with the memory in which requests are counted. */
export interface PooledOrder extends WorkOrder {
  readonly requests: Int32Array<SharedArrayBuffer>;
}

/** What a pool is told once, when its workers start. */
export interface PoolWorkerData extends PooledOrder {
  readonly tickets: Int32Array;
}

const { tickets, ...order } = workerData as PoolWorkerData;
const work = await OpenWork.open(order, new RequestTally(order.requests));
const { transfer, io } = work.scenario;
const moveOutput = transfer?.output === undefined ? null : (await import('./moved-output.ts')).movedWith;
/** Which worker of its pool this is; known once it has proved itself. */
let ownNumber = 0;

/** Whether an output of this worker has been seen to travel. A refusal names its place, once; the copy is for that alone. */
let hasTravelled = moveOutput !== null;

/** Ends when the job before it has. */
let lastEnded: Promise<unknown> = Promise.resolve();

export default function perform(message: Ticketed<PoolJob> | PhaseJob | ProofJob) {
  const result = lastEnded.then<PoolResult | PhaseResult>(() => {
    if (!('part' in message)) return runTicketed(message);
    return message.part === 'proof' ? prove(message) : runPhase(work, message, ownNumber);
  });
  const hasWaited = io !== undefined && !('part' in message) && message.job.part === 'task';
  lastEnded = hasWaited ? result.then(nextTurn) : result;
  return result;
}

/** The first request of a worker opens its connection; that belongs to the start-up, not to a sample. */
async function prove({ worker }: ProofJob): Promise<null> {
  ownNumber = worker;
  if (io && order.server.isFixture) await work.connect(1);
  return null;
}

function assertTravels(output: unknown): void {
  if (hasTravelled) return;
  try {
    structuredClone(output);
  } catch (thrown) {
    throw isCloneError(thrown) ? cloneError(output, 'output', true) : thrown;
  }
  hasTravelled = true;
}

async function runTicketed({ job, ticket }: Ticketed<PoolJob>): Promise<PoolResult | typeof TAKEN_BACK> {
  if (ticket !== null && !takeJob(tickets, ticket)) return TAKEN_BACK;
  const result = await runJob(work, job, ownNumber, assertTravels);
  if (moveOutput === null || result.failure !== undefined) return result;
  try {
    return moveOutput(result, transfer?.output?.(result.output) ?? []);
  } catch (thrown) {
    return { failure: failureOf(thrown), span: result.span };
  }
}

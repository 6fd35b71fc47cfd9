// Entry of a child process of an arm that runs whole tasks: does what it is sent, one at a time, and ends when the arm does.
// It counts its own requests and its own processor time, and tells them with every answer, since nobody else can.

import type { RequestBounds } from '../../model/processes/arm-protocol.ts';
import { processCpuMs } from '../clock.ts';
import { nextTurn, type PhaseJob, type PoolJob, runJob, runPhase } from '../pool/run-job.ts';
import { cloneError } from '../pool/uncloneable.ts';
import { OpenWork, type WorkOrder } from '../tasks/open-work.ts';
import { RequestTally } from '../tasks/request-tally.ts';
import { failureOf } from '../tasks/task-failure.ts';

/** The first message: what to work on, and which worker this is, from 0. */
export interface OpenChild {
  readonly part: 'open';
  readonly order: WorkOrder;
  readonly worker: number;
}

export type ChildJob = OpenChild | PoolJob | PhaseJob | { readonly part: 'processor time' };

/** A job as it travels: an answer repeats its number, so that nothing else a task sends is taken for one. */
export interface SentJob {
  readonly overlapJob: number;
  readonly job: ChildJob;
  /** What it may send to a server on another machine until the next one; null: as many requests as tasks make. */
  readonly bounds: RequestBounds | null;
}

export interface SentAnswer {
  readonly overlapJob: number;
  /** Of the job, or null where there is nothing to tell. */
  readonly result: unknown;
  /** Requests since the last answer, however they ended. */
  readonly askedCount: number;
}

// Taken before any code of a scenario can replace it.
const leave = process.exit.bind(process, 0);
const sendToArm = process.send?.bind(process);

const tally = new RequestTally();
let work: OpenWork | undefined;
let ownNumber = 0;
let toldCount = 0;

async function perform(job: ChildJob): Promise<unknown> {
  if (job.part === 'processor time') return processCpuMs();
  if (job.part === 'open') return open(job);
  if (work === undefined) throw new Error(`'${job.part}' came before 'open'`);
  if (!('payload' in job)) return runPhase(work, job, ownNumber);
  const result = await runJob(work, job, ownNumber, () => {});
  if (work.scenario.io && job.part === 'task') await nextTurn();
  return result;
}

/** Null, or why the scenario cannot be worked on. The first request opens its connection: that belongs to the start-up. */
async function open({ order, worker }: OpenChild): Promise<unknown> {
  ownNumber = worker;
  try {
    work = await OpenWork.open(order, tally);
    if (work.scenario.io && order.server.isFixture) await work.connect(1);
    return null;
  } catch (thrown) {
    return failureOf(thrown);
  }
}

process.on('message', async ({ overlapJob, job, bounds }: SentJob) => {
  tally.bound(bounds);
  const result = await perform(job);
  const askedCount = tally.askedCount - toldCount;
  toldCount = tally.askedCount;
  const answer: SentAnswer = { overlapJob, result, askedCount };
  try {
    sendToArm?.(answer);
  } catch {
    const { output, span } = result as { output: unknown; span: unknown };
    sendToArm?.({ ...answer, result: { failure: failureOf(cloneError(output, 'output', true)), span } });
  }
});
process.on('disconnect', leave);

// Entry of a worker thread in an arm's pool: runs a whole task, or only its computing part, and sends back the output
// together with the task's span. One at a time: a task that waits holds its worker, though the next lies there already.

import { workerData } from 'node:worker_threads';
import { openClient } from '../../http.ts';
import { loadScenario } from '../../load-scenario.ts';
import type { CellFailure } from '../../model/document.ts';
import type { Protocol } from '../../model/protocol.ts';
import { monotonicMs } from '../clock.ts';
import { failureOf } from '../tasks/task-failure.ts';
import { runCpu, runIo } from '../tasks/task-parts.ts';
import { startSpan, type TaskSpan } from '../tasks/task-span.ts';
import { TAKEN_BACK, type Ticketed, takeJob } from './fed-workers.ts';
import type { ProofJob } from './proven-pool.ts';

/** What a pool is told once, when its workers start. */
export interface PoolWorkerData {
  readonly scenarioUrl: string;
  readonly origin: string;
  readonly protocol: Protocol;
  readonly tickets: Int32Array;
}

/** One message to a worker. */
export interface PoolJob {
  readonly part: 'task' | 'cpu';
  readonly payload: unknown;
}

/** What comes back: the output with the task's span, or why there is none. */
export type PoolResult =
  | { readonly output: unknown; readonly span: TaskSpan; readonly failure?: undefined }
  | { readonly failure: CellFailure; readonly span: TaskSpan };

const { scenarioUrl, origin, protocol, tickets } = workerData as PoolWorkerData;
const scenario = await loadScenario(scenarioUrl);
const client = openClient(origin, protocol);
/** A worker whose task passes its deadline is ended from outside. */
const neverAborted = new AbortController().signal;
/** Which worker of its pool this is; known once it has proved itself. */
let ownNumber = 0;

/** Ends when the job before it has. */
let lastEnded: Promise<unknown> = Promise.resolve();

export default function work(message: Ticketed<PoolJob> | ProofJob): Promise<PoolResult | typeof TAKEN_BACK> {
  const result = lastEnded.then(() => ('part' in message ? prove(message) : runTicketed(message)));
  const hasWaited = scenario.io !== undefined && !('part' in message) && message.job.part === 'task';
  lastEnded = hasWaited ? result.then(nextTurn) : result;
  return result;
}

/** A connection is free again only a turn of the loop after its answer; the next task would open another. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The first request of a worker opens its connection; that belongs to the start-up, not to a sample. */
async function prove({ worker }: ProofJob): Promise<typeof TAKEN_BACK> {
  ownNumber = worker;
  if (scenario.io) await client.get('/healthz', neverAborted);
  return TAKEN_BACK;
}

async function runTicketed({ job, ticket }: Ticketed<PoolJob>): Promise<PoolResult | typeof TAKEN_BACK> {
  if (ticket !== null && !takeJob(tickets, ticket)) return TAKEN_BACK;
  const span = { ...startSpan(monotonicMs()), worker: ownNumber };
  try {
    const value = job.part === 'cpu' ? job.payload : await runIo(scenario, job.payload, client, neverAborted, span);
    const output = runCpu(scenario, value, span);
    span.endedMs = monotonicMs();
    span.workerToMs = span.endedMs;
    return { output, span };
  } catch (thrown) {
    span.endedMs = monotonicMs();
    span.workerToMs = span.endedMs;
    return { failure: failureOf(thrown), span };
  }
}

// Entry of a worker thread in an arm's pool: runs a whole task, or only its computing part, and sends back the output
// together with the task's span.

import { workerData } from 'node:worker_threads';
import { openClient } from '../../http.ts';
import { loadScenario } from '../../load-scenario.ts';
import type { CellFailure } from '../../model/document.ts';
import type { Protocol } from '../../model/protocol.ts';
import { monotonicMs } from '../clock.ts';
import { failureOf } from '../tasks/task-failure.ts';
import { runCpu, runIo } from '../tasks/task-parts.ts';
import { startSpan, type TaskSpan } from '../tasks/task-span.ts';
import { meetSiblings, type ProofJob } from './proven-pool.ts';

/** What a pool is told once, when its workers start. */
export interface PoolWorkerData {
  readonly scenarioUrl: string;
  readonly origin: string;
  readonly protocol: Protocol;
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

const { scenarioUrl, origin, protocol } = workerData as PoolWorkerData;
const scenario = await loadScenario(scenarioUrl);
const client = openClient(origin, protocol);
/** A worker whose task passes its deadline is ended from outside. */
const neverAborted = new AbortController().signal;
/** Which worker of its pool this is; known once it has proved itself. */
let place: number | null = null;

export default async function work(job: PoolJob | ProofJob): Promise<PoolResult> {
  const span = { ...startSpan(monotonicMs()), worker: place };
  if (job.part === 'proof') {
    // The first request of a worker opens its connection; that belongs to the start-up, not to a sample.
    if (scenario.io) await client.get('/healthz', neverAborted);
    place = meetSiblings(job);
    return { output: null, span };
  }
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

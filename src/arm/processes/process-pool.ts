// The pool of child processes: whoever is free gets the next job. A job that has been sent cannot be taken back from a process, so
// that none is sent before its worker is free, and each waits for one message more than in a thread.

import type { CellFailure } from '../../model/document/document.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type ArmPool, armPool, type Crew } from '../pool/arm-pool.ts';
import type { PhaseResult, PoolJob, PoolResult } from '../pool/run-job.ts';
import type { WorkOrder } from '../tasks/open-work.ts';
import type { RequestTally } from '../tasks/request-tally.ts';
import type { SpanRecorder } from '../tasks/spans/span-recorder.ts';
import { TaskFailure } from '../tasks/task-failure.ts';
import { ChildWorker } from './child-worker.ts';
import type { ChildJob } from './main.ts';

interface Entry {
  readonly job: PoolJob;
  readonly resolve: (result: PoolResult) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Starts `count` processes for one scenario; resolves when each can take a task. Rejects with what loading it threw. */
export async function openProcessPool(
  count: number,
  order: WorkOrder,
  scenario: Scenario,
  recorder: SpanRecorder,
  tally: RequestTally,
): Promise<ArmPool> {
  const crew = new ProcessCrew(count, tally);
  try {
    await crew.open(order);
    return armPool(crew, scenario, recorder);
  } catch (thrown) {
    await crew.destroy();
    throw thrown;
  }
}

class ProcessCrew implements Crew {
  readonly inProcesses = true;
  readonly workerCount: number;
  readonly #workers: readonly ChildWorker[];
  readonly #tally: RequestTally;
  readonly #free: ChildWorker[];
  #busyCount = 0;
  #queue: Entry[] = [];
  /** Where the queue begins. */
  #head = 0;

  constructor(count: number, tally: RequestTally) {
    this.workerCount = count;
    this.#tally = tally;
    this.#workers = Array.from({ length: count }, (_, worker) => new ChildWorker(worker));
    this.#free = [...this.#workers];
  }

  async open({ scenarioUrl, server, scenarioParameters }: WorkOrder): Promise<void> {
    const order = { scenarioUrl, server, scenarioParameters };
    const opened = this.#workers.map((child, worker) => this.#ask(child, { part: 'open', order, worker }));
    const failure = (await Promise.all(opened)).find((result) => result !== null);
    if (failure) throw new TaskFailure(failure as CellFailure);
  }

  /** What would move is copied: memory belongs to one process. */
  run(job: PoolJob): Promise<PoolResult> {
    const { promise, resolve, reject } = Promise.withResolvers<PoolResult>();
    this.#queue.push({ job, resolve, reject });
    this.#feed();
    return promise;
  }

  perform(job: ChildJob, worker: number): Promise<PhaseResult> {
    return this.#ask(this.#workers[worker] as ChildWorker, job) as Promise<PhaseResult>;
  }

  async cpuMs(): Promise<number> {
    const each = this.#workers.map((worker) => this.#ask(worker, { part: 'processor time' }) as Promise<number>);
    return (await Promise.all(each)).reduce((sum, ms) => sum + ms, 0);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  #feed(): void {
    for (;;) {
      const entry = this.#queue[this.#head];
      if (entry === undefined) return;
      const worker = this.#free.shift();
      if (worker === undefined) return;
      this.#head += 1;
      if (this.#head === this.#queue.length) {
        this.#queue = [];
        this.#head = 0;
      }
      void this.#hand(entry, worker);
    }
  }

  async #hand({ job, resolve, reject }: Entry, worker: ChildWorker): Promise<void> {
    try {
      resolve((await this.#ask(worker, job)) as PoolResult);
    } catch (thrown) {
      reject(thrown);
    } finally {
      this.#free.push(worker);
      this.#feed();
    }
  }

  /** Each of those that are not at work yet may have as much of the requests that are left as any other. */
  async #ask(worker: ChildWorker, job: ChildJob): Promise<unknown> {
    const shareRatio = 1 / (this.workerCount - this.#busyCount);
    this.#busyCount += 1;
    try {
      return await worker.ask(job, this.#tally, shareRatio);
    } finally {
      this.#busyCount -= 1;
    }
  }
}

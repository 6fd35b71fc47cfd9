// Keeps workers fed: while a worker runs one job the next lies there already, so that it need not wait for this thread
// between two. A job that lies at a busy worker while another has nothing to do is taken back and handed to that one:
// whichever of the two sides marks its ticket first has it. So the batch ends as if every job were handed to whoever is
// free, however uneven the jobs are.

import type { Movable } from '../../model/scenario.ts';
import type { ProvenPool } from './proven-pool.ts';

/** A job as it travels. */
export interface Ticketed<Job> {
  readonly job: Job;
  /** Null where it was handed to a worker that had nothing to do: it cannot be taken back. */
  readonly ticket: Ticket | null;
}

/** What marks a job that lies at a busy worker: whoever first finds the number in its place, and removes it, has the job. */
export interface Ticket {
  readonly place: number;
  readonly number: number;
}

/** What a worker answers for a job that was taken back; it has not run it. */
export const TAKEN_BACK = null;

/** Of each worker: the job to be started next, and the one after it. */
const PLACES_PER_WORKER = 2;

/** Room for the tickets of all waiting jobs, shared with all workers. */
export function createTickets(threads: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(threads * PLACES_PER_WORKER * Int32Array.BYTES_PER_ELEMENT));
}

/** Takes a job that waits, for whoever asks first. */
export function takeJob(tickets: Int32Array, { place, number }: Ticket): boolean {
  return Atomics.compareExchange(tickets, place, number, 0) === number;
}

/** What it needs of a pool. */
type Sender<Job, Result> = Pick<ProvenPool<Ticketed<Job>, Result | typeof TAKEN_BACK>, 'send' | 'threads'>;

interface Entry<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (thrown: unknown) => void;
  /** What leaves this thread with it: such a job can be handed over once only. */
  readonly moved: readonly Movable[];
  /** Of the last worker that it was handed to. */
  ticket: Ticket | null;
}

/** What one worker has: a job that runs, or is about to, and one that waits behind it. */
interface Desk<E> {
  running: E | undefined;
  waiting: E | undefined;
}

export class FedWorkers<Job, Result> {
  readonly #pool: Sender<Job, Result>;
  readonly #tickets: Int32Array;
  readonly #desks: Desk<Entry<Job, Result>>[];
  #lastNumber = 0;
  #queue: Entry<Job, Result>[] = [];
  /** Where the queue begins. */
  #head = 0;

  constructor(pool: Sender<Job, Result>, tickets: Int32Array) {
    this.#pool = pool;
    this.#tickets = tickets;
    this.#desks = Array.from({ length: pool.threads }, () => ({ running: undefined, waiting: undefined }));
  }

  /** Runs a job on whichever worker is free first. One that moves things never lies at a busy worker: it could not be taken back. */
  run(job: Job, moved: readonly Movable[] = []): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#queue.push({ job, resolve, reject, moved, ticket: null });
    this.#feed();
    return promise;
  }

  #feed(): void {
    for (const [worker, desk] of this.#desks.entries()) {
      if (desk.running) continue;
      const entry = this.#next() ?? this.#takeBack();
      if (!entry) return;
      desk.running = entry;
      void this.#hand(entry, worker, null);
    }
    for (const [worker, desk] of this.#desks.entries()) {
      if (desk.waiting) continue;
      if (this.#queue[this.#head]?.moved.length) return;
      const entry = this.#next();
      if (!entry) return;
      desk.waiting = entry;
      void this.#hand(entry, worker, this.#newTicket(worker, desk));
    }
  }

  async #hand(entry: Entry<Job, Result>, worker: number, ticket: Ticket | null): Promise<void> {
    entry.ticket = ticket;
    try {
      const result = await this.#pool.send({ job: entry.job, ticket }, worker, entry.moved);
      if (result === TAKEN_BACK) return;
      this.#clear(entry, worker);
      entry.resolve(result);
    } catch (thrown) {
      this.#clear(entry, worker);
      entry.reject(thrown);
    }
  }

  #clear(entry: Entry<Job, Result>, worker: number): void {
    const desk = this.#desks[worker];
    if (!desk) return;
    if (desk.running === entry) desk.running = desk.waiting;
    desk.waiting = undefined;
    this.#feed();
  }

  /** In the place that the job before it does not hold: a worker may not have come to that one yet. */
  #newTicket(worker: number, { running }: Desk<Entry<Job, Result>>): Ticket {
    const first = worker * PLACES_PER_WORKER;
    const place = running?.ticket?.place === first ? first + 1 : first;
    this.#lastNumber = (this.#lastNumber % 0x7fff_ffff) + 1;
    Atomics.store(this.#tickets, place, this.#lastNumber);
    return { place, number: this.#lastNumber };
  }

  #next(): Entry<Job, Result> | undefined {
    const entry = this.#queue[this.#head];
    this.#head += 1;
    if (this.#head >= this.#queue.length) {
      this.#queue = [];
      this.#head = 0;
    }
    return entry;
  }

  #takeBack(): Entry<Job, Result> | undefined {
    for (const desk of this.#desks) {
      const entry = desk.waiting;
      if (!entry?.ticket || !takeJob(this.#tickets, entry.ticket)) continue;
      desk.waiting = undefined;
      return entry;
    }
    return undefined;
  }
}

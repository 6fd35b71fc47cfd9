// Workers that run a job when the test says so: what counts is which job lies where, not how long anything takes.

import { describe, expect, it } from 'vitest';
import { createTickets, FedWorkers, TAKEN_BACK, type Ticketed, takeJob } from './fed-workers.ts';
import type { ProvenPool } from './proven-pool.ts';

const THREADS = 2;

interface Posted extends Ticketed<string> {
  readonly answer: (result: string | null) => void;
  readonly fail: (thrown: unknown) => void;
}

/** Two workers, each with a line of messages: `begin` does what a worker does with the first of its line. */
function scripted() {
  const tickets = createTickets(THREADS);
  const lines: Posted[][] = [[], []];
  const pool = {
    threads: THREADS,
    send(message: Ticketed<string>, worker: number) {
      const { promise, resolve, reject } = Promise.withResolvers<string | null>();
      lines[worker]?.push({ ...message, answer: resolve, fail: reject });
      return promise;
    },
    destroy: async () => {},
  } as unknown as ProvenPool<Ticketed<string>, string | null>;
  const workers = new FedWorkers<string, string>(pool, tickets);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    workers,
    waitingAt: (worker: number) => lines[worker]?.map(({ job }) => job),
    /** Takes the first message and returns what ends its job; null for a job that was taken back. */
    async begin(worker: number) {
      const message = lines[worker]?.shift();
      if (!message) throw new Error(`nothing lies at worker ${worker}`);
      const { job, ticket, answer, fail } = message;
      if (ticket !== null && !takeJob(tickets, ticket)) {
        answer(TAKEN_BACK);
        await turn();
        return null;
      }
      return {
        job,
        end: async () => {
          answer(`${job} by ${worker}`);
          await turn();
        },
        fail: async (thrown: unknown) => {
          fail(thrown);
          await turn();
        },
      };
    },
  };
}

describe('workers that are kept fed', () => {
  it('have one job to run and one that waits, in the order in which they came', async () => {
    const { workers, waitingAt, begin } = scripted();
    const outputs = Promise.all(['a', 'b', 'c', 'd', 'e'].map((job) => workers.run(job)));
    expect([waitingAt(0), waitingAt(1)]).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    const a = await begin(0);
    await a?.end();
    expect(waitingAt(0)).toEqual(['c', 'e']);
    for (const worker of [0, 1, 0, 1]) await (await begin(worker))?.end();
    expect(await outputs).toEqual(['a by 0', 'b by 1', 'c by 0', 'd by 1', 'e by 0']);
  });

  it('share what is left: a job that lies at a busy one goes to one that has nothing to do', async () => {
    const { workers, waitingAt, begin } = scripted();
    const outputs = Promise.all(['long', 'b', 'c', 'd'].map((job) => workers.run(job)));
    const long = await begin(0);
    for (const job of ['b', 'd']) {
      const begun = await begin(1);
      expect(begun?.job).toBe(job);
      await begun?.end();
    }
    expect(waitingAt(1)).toEqual(['c']);
    await (await begin(1))?.end();
    await long?.end();
    // Its message came too late.
    expect(await begin(0)).toBeNull();
    expect(await outputs).toEqual(['long by 0', 'b by 1', 'c by 1', 'd by 1']);
  });

  it('run a job once: what its worker has begun is not taken back', async () => {
    const { workers, waitingAt, begin } = scripted();
    const outputs = Promise.all(['a', 'b', 'c'].map((job) => workers.run(job)));
    const a = await begin(0);
    const b = await begin(1);
    // Worker 0 ends a and begins c before anybody has heard of either.
    const ending = a?.end();
    const c = await begin(0);
    await b?.end();
    await ending;
    expect(waitingAt(1)).toEqual([]);
    await c?.end();
    expect(await outputs).toEqual(['a by 0', 'b by 1', 'c by 0']);
  });

  it('keep the ticket of a job that is about to be begun', async () => {
    const { workers, begin } = scripted();
    const outputs = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((job) => workers.run(job)));
    // Each end hands out one more ticket while the one before it lies unread.
    for (const worker of [0, 1, 0, 1, 0, 1, 0, 1]) {
      const begun = await begin(worker);
      expect(begun).not.toBeNull();
      await begun?.end();
    }
    expect((await outputs).map((text) => text.slice(-1)).join('')).toBe('01010101');
  });

  it('go on after a job that failed', async () => {
    const { workers, begin } = scripted();
    const outputs = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((job) => workers.run(job)));
    await (await begin(0))?.fail(new Error('broken'));
    for (const worker of [0, 1, 0, 1]) await (await begin(worker))?.end();
    expect((await outputs).map(({ status }) => status)).toEqual(['rejected', ...Array(4).fill('fulfilled')]);
  });
});

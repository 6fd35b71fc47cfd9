// Each strategy against tasks that end when the test says so: what counts is how many are under way, not how long.

import { describe, expect, it } from 'vitest';
import type { Strategy, StrategyContext, Waited } from '../model/strategy.ts';
import { STRATEGIES } from './registry.ts';

const TASK_COUNT = 6;
const CONCURRENCY = 3;
const THREADS = 2;

/** Most tasks each strategy may have under way, here and in its pool. A new strategy needs its line. */
const MOST_UNDER_WAY: Record<string, { here: number; inPool: number }> = {
  sequential: { here: 1, inPool: 0 },
  gather: { here: TASK_COUNT, inPool: 0 },
  bounded: { here: CONCURRENCY, inPool: 0 },
  pool: { here: 0, inPool: TASK_COUNT },
  'gather+pool': { here: TASK_COUNT, inPool: TASK_COUNT },
};

/** Counts how many calls are under way at once; each takes a few turns of the event loop. */
function gauge() {
  let now = 0;
  let most = 0;
  return {
    get most() {
      return most;
    },
    async during<T>(value: T): Promise<T> {
      now += 1;
      most = Math.max(most, now);
      for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
      now -= 1;
      return value;
    },
  };
}

async function runWith(strategy: Strategy) {
  const here = gauge();
  const inPool = gauge();
  let poolIsOpen = false;
  const context: StrategyContext = {
    concurrency: CONCURRENCY,
    threads: THREADS,
    tasks: {
      run: (input) => here.during(`done ${input}`),
      io: async (input): Promise<Waited> => ({ value: await here.during(input) }),
    },
    async openPool() {
      poolIsOpen = true;
      return {
        run: (input) => inPool.during(`done ${input}`),
        cpu: ({ value }) => inPool.during(`done ${value}`),
        async close() {
          poolIsOpen = false;
        },
      };
    },
  };
  const opened = await strategy.open(context);
  const inputs = Array.from({ length: TASK_COUNT }, (_, index) => index);
  const outputs = await opened.runBatch(inputs);
  await opened.close();
  return { outputs, mostHere: here.most, mostInPool: inPool.most, poolIsOpen };
}

describe.each(STRATEGIES.map((strategy) => [strategy.id, strategy] as const))('%s', (id, strategy) => {
  it('returns the outputs in the order of the inputs', async () => {
    const { outputs } = await runWith(strategy);
    expect(outputs).toEqual(['done 0', 'done 1', 'done 2', 'done 3', 'done 4', 'done 5']);
  });

  it('has as many tasks under way as it says', async () => {
    const { mostHere, mostInPool } = await runWith(strategy);
    expect({ here: mostHere, inPool: mostInPool }).toEqual(MOST_UNDER_WAY[id]);
  });

  it('leaves no pool open', async () => {
    expect((await runWith(strategy)).poolIsOpen).toBe(false);
  });

  it('rejects when a task does', async () => {
    const broken = () => Promise.reject(new Error('broken'));
    const opened = await strategy.open({
      concurrency: CONCURRENCY,
      threads: THREADS,
      tasks: { run: broken, io: broken },
      openPool: async () => ({ run: broken, cpu: broken, close: async () => {} }),
    });
    await expect(opened.runBatch([1, 2, 3])).rejects.toThrow('broken');
  });
});

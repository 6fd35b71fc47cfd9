// Each strategy against tasks that end when the test says so: what counts is how many are under way, not how long.

import { describe, expect, it } from 'vitest';
import { type Shape, usesWorkers } from '../model/shape.ts';
import type { Strategy, StrategyContext, Waited } from '../model/strategy.ts';
import { ALL_STRATEGIES } from './registry.ts';

const TASK_COUNT = 6;
const CONCURRENCY = 3;
const THREADS = 2;

/** Most tasks that may be under way on the calling thread; what a strategy hands to its pool, the pool bounds itself. */
function mostHere({ waits, waitsOn }: Shape): number {
  if (waitsOn === 'workers') return 0;
  return { one: 1, all: TASK_COUNT, bounded: CONCURRENCY, batches: CONCURRENCY }[waits];
}

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
  return { outputs, here: here.most, inPool: inPool.most, poolIsOpen };
}

describe.each(ALL_STRATEGIES.map((strategy) => [strategy.id, strategy] as const))('%s', (_, strategy) => {
  it('returns the outputs in the order of the inputs', async () => {
    const { outputs } = await runWith(strategy);
    expect(outputs).toEqual(['done 0', 'done 1', 'done 2', 'done 3', 'done 4', 'done 5']);
  });

  it('has as many tasks under way as it says', async () => {
    const { here, inPool } = await runWith(strategy);
    expect(here).toBe(mostHere(strategy.shape));
    expect(inPool > 0).toBe(usesWorkers(strategy.shape));
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

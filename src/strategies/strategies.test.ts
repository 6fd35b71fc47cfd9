// Each strategy against tasks that end when the test says so: what counts is how many are under way, not how long.

import { describe, expect, it } from 'vitest';
import { type Shape, usesProcesses, usesWorkers } from '../model/shape.ts';
import type { Strategy, StrategyContext, Waited } from '../model/strategy.ts';
import { ALL_STRATEGIES, findStrategy } from './registry.ts';

const TASK_COUNT = 6;
const CONCURRENCY = 3;
const THREADS = 2;

/** Most tasks that may be under way on the calling thread; what a strategy hands to its pool, the pool bounds itself. */
function mostHere({ waits, waitsOn }: Shape): number {
  if (waitsOn !== 'loop') return 0;
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

/** No task may fail: what one threw is the batch's. */
function failed(thrown: unknown): never {
  throw thrown;
}

const notItsOwn = () => Promise.reject(new Error('these are not the workers that its shape speaks of'));

async function runWith(strategy: Strategy) {
  const here = gauge();
  const inPool = gauge();
  let poolIsOpen = false;
  async function openPool() {
    poolIsOpen = true;
    return {
      run: (input: unknown) => inPool.during(`done ${input}`),
      cpu: ({ value }: Waited) => inPool.during(`done ${value}`),
      async close() {
        poolIsOpen = false;
      },
    };
  }
  const context: StrategyContext = {
    concurrency: CONCURRENCY,
    threads: THREADS,
    tasks: {
      run: (input) => here.during(`done ${input}`),
      io: async (input): Promise<Waited> => ({ value: await here.during(input) }),
      failed,
    },
    openPool: usesProcesses(strategy.shape) ? notItsOwn : openPool,
    openProcesses: usesProcesses(strategy.shape) ? openPool : notItsOwn,
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
    const opened = await strategy.open(contextOf(() => Promise.reject(new Error('broken'))));
    await expect(opened.runBatch([1, 2, 3])).rejects.toThrow('broken');
  });
});

/** Tasks and workers that all run like this. */
function contextOf(run: () => Promise<never>): StrategyContext {
  const openPool = async () => ({ run, cpu: run, close: async () => {} });
  const settings = { concurrency: CONCURRENCY, threads: THREADS };
  return { ...settings, tasks: { run, io: run, failed }, openPool, openProcesses: openPool };
}

describe('where one task fails and another goes on', () => {
  /** The order of what happened, with the batch's own end among it. */
  async function orderOf(strategyId: string, standIn?: string) {
    const order: string[] = [];
    const run = async (input: unknown) => {
      for (let turn = 0; turn < Number(input); turn++) await new Promise(setImmediate);
      order.push(`task ${input} ended`);
      if (input === 1) throw new Error('broken');
      return `done ${input}`;
    };
    const tasks = { run, io: failed, failed: standIn === undefined ? failed : () => standIn };
    const { open } = findStrategy(strategyId) as Strategy;
    const context = { concurrency: CONCURRENCY, threads: THREADS, openPool: notItsOwn, openProcesses: notItsOwn };
    const opened = await open({ ...context, tasks });
    const ended = await opened.runBatch([9, 1]).catch(({ message }) => message);
    order.push(`batch: ${ended}`);
    return order;
  }

  it('gather stops waiting, and settled does not', async () => {
    expect(await orderOf('gather')).toEqual(['task 1 ended', 'batch: broken']);
    expect(await orderOf('settled')).toEqual(['task 1 ended', 'task 9 ended', 'batch: broken']);
  });

  it('settled puts what stands for an output in its place, where a task may fail', async () => {
    expect((await orderOf('settled', 'nothing')).at(-1)).toBe('batch: done 9,nothing');
  });

  it('started comes to the failure when it is its turn', async () => {
    expect(await orderOf('started')).toEqual(['task 1 ended', 'task 9 ended', 'batch: broken']);
  });
});

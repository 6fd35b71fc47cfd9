import { expect, it } from 'vitest';
import { ALL_STRATEGIES } from '../strategies/registry.ts';
import { ceilingsOf } from './ceiling.ts';

/** How many may wait, and how many compute, of twenty tasks. */
function ceilingOf(id: string, parameters: Record<string, number> = {}, runs = true) {
  const strategy = ALL_STRATEGIES.find((each) => each.id === id);
  if (strategy === undefined) throw new Error(`no strategy ${id}`);
  const key = { scenarioId: 'a', strategyId: id, parameters, subject: 'worktree' } as const;
  return ceilingsOf([{ key, name: id, shape: strategy.shape, runs }], 20).map(({ waitingCount, computingCount }) => [
    waitingCount,
    computingCount,
  ]);
}

it.each([
  ['sequential', {}, [1, 1]],
  ['gather', {}, [20, 1]],
  ['bounded', { concurrency: 8 }, [8, 1]],
  ['bounded', { concurrency: 80 }, [20, 1]],
  ['batches', { concurrency: 4 }, [4, 1]],
  ['pool', { threads: 2 }, [2, 2]],
  ['pool', { threads: 64 }, [20, 20]],
  ['gather+pool', { threads: 2 }, [20, 2]],
])('%s %j lets %j wait and compute at once', (id, parameters, counts) => {
  expect(ceilingOf(id, parameters)).toEqual([counts]);
});

it('nothing is said of an arm that does not run', () => {
  expect(ceilingOf('gather', {}, false)).toEqual([]);
});

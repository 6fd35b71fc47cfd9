import { expect, it } from 'vitest';
import { gather } from '../../strategies/gather.ts';
import { pool } from '../../strategies/pool.ts';
import { processes } from '../../strategies/processes.ts';
import { isSettledFirst } from './settling.ts';

it('short batches of a pool are run once more before the timed one, long and unknown ones are not', () => {
  expect([0.1, 10, 49.9].map((wallMs) => isSettledFirst(pool.shape, wallMs))).toEqual([true, true, true]);
  expect(isSettledFirst(processes.shape, 10)).toBe(true);
  expect([50, 200, null].map((wallMs) => isSettledFirst(pool.shape, wallMs))).toEqual([false, false, false]);
});

it('batches on one thread are timed as they come', () => {
  expect(isSettledFirst(gather.shape, 10)).toBe(false);
});

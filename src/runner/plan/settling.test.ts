import { expect, it } from 'vitest';
import { gather } from '../../strategies/gather.ts';
import { pool } from '../../strategies/pool.ts';
import { processes } from '../../strategies/processes.ts';
import { sequential } from '../../strategies/sequential.ts';
import { isSettledFirst } from './settling.ts';

it.each([
  ['of a pool', pool.shape, 'cpu'],
  ['of processes', processes.shape, 'cpu'],
  ['that wait', gather.shape, 'io'],
  ['that wait one by one', sequential.shape, 'io'],
  ['that wait and compute', gather.shape, 'mixed'],
] as const)(
  'short batches %s are run once more before the timed one, long and unknown ones are not',
  (_, shape, kind) => {
    const work = { kind, serverRemembers: false };
    expect([0.1, 10, 49.9].map((wallMs) => isSettledFirst(shape, work, wallMs))).toEqual([true, true, true]);
    expect([50, 200, null].map((wallMs) => isSettledFirst(shape, work, wallMs))).toEqual([false, false, false]);
  },
);

it('computing on one thread is timed as it comes', () => {
  expect(isSettledFirst(gather.shape, { kind: 'cpu', serverRemembers: false }, 10)).toBe(false);
});

it('a server that remembers is not asked twice for one batch, but by threads that fell asleep', () => {
  const work = { kind: 'io', serverRemembers: true } as const;
  expect(isSettledFirst(gather.shape, work, 10)).toBe(false);
  expect(isSettledFirst(pool.shape, work, 10)).toBe(true);
});

import { expect, it } from 'vitest';
import { isSettledFirst } from './settling.ts';

it('short batches are run once more before the timed one, long ones and unknown ones are not', () => {
  expect([0.1, 10, 49.9].map(isSettledFirst)).toEqual([true, true, true]);
  expect([50, 200, null].map(isSettledFirst)).toEqual([false, false, false]);
});

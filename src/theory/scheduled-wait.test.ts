import { expect, it } from 'vitest';
import { scheduledWaitMs } from './scheduled-wait.ts';

const WAITS_MS = [3, 3, 17, 28, 7, 3, 27, 3];

it.each([
  ['one', null, 91],
  ['all', null, 28],
  // The fourth begins at 3, the seventh at 13.
  ['bounded', 3, 40],
  ['bounded', null, 28],
  ['batches', 3, 17 + 28 + 27],
] as const)('tasks that only wait, %s with a limit of %s: %s ms', (waits, concurrency, ms) => {
  expect(scheduledWaitMs({ waits }, WAITS_MS, concurrency)).toBe(ms);
  expect(scheduledWaitMs({ waits }, [], concurrency)).toBe(0);
});

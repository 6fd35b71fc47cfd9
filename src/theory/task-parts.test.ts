// A task's time alone, split by whose clock ran: hand-made costs of each kind.

import { expect, test } from 'vitest';
import type { TaskCost } from '../model/document/document.ts';
import { taskCost } from '../model/testing/task-cost.ts';
import { aloneMs, partsOf, type TaskParts } from './task-parts.ts';

const split = (cost: Partial<TaskCost>): TaskParts => partsOf({ ...taskCost({}), ...cost }, 0.25, 'computeWallMs');

test('a timer waits for nobody of ours', () => {
  const parts = split({ wallMs: 10.2, ioMs: 10.2, ioCpuMs: 0.1 });
  expect(parts).toMatchObject({ serverMs: 0, wayMs: 0, handleMs: 0.1, elsewhereMs: 0 });
  expect(parts.waitMs).toBeCloseTo(10.1, 9);
});

test('a request waits for the server, and a little on the way', () => {
  const parts = split({ wallMs: 51, ioMs: 51, serverMs: 50, requestCount: 1, ioCpuMs: 0.6 });
  expect(parts).toMatchObject({ waitMs: 50, serverMs: 50, handleMs: 0.6 });
  expect(parts.wayMs).toBeCloseTo(0.4, 9);
});

test('what is longer than a way is a wait for somebody else', () => {
  const parts = split({ wallMs: 60, ioMs: 60, serverMs: 50, requestCount: 1 });
  expect(parts.wayMs).toBe(0.5);
  expect(parts.waitMs).toBeCloseTo(59.5, 9);
});

test('a blocking call computes, whatever it is called', () => {
  expect(split({ wallMs: 40, ioMs: 40, ioCpuMs: 39.9 })).toMatchObject({
    handleMs: 39.9,
    elsewhereMs: 0,
    computeMs: 0,
  });
});

test('other threads count as far as the task waited for them', () => {
  expect(split({ wallMs: 60, ioMs: 60, ioCpuMs: 1, otherCpuMs: 58 })).toMatchObject({ elsewhereMs: 58, waitMs: 1 });
  expect(split({ wallMs: 60, ioMs: 60, ioCpuMs: 59, otherCpuMs: 30 }).elsewhereMs).toBe(1);
});

test('the clock of the computing part is chosen, and all parts add up to the time alone', () => {
  const cost = { ...taskCost({ ioMs: 12, serverMs: 10, ioCpuMs: 1, computeMs: 8 }), computeCpuMs: 6 };
  expect(partsOf(cost, 0.25, 'computeCpuMs').computeMs).toBe(6);
  expect(aloneMs(partsOf(cost, 0.25, 'computeWallMs'))).toBeCloseTo(20, 9);
});

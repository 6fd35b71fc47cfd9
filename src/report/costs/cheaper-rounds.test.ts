// Two equal tasks of 10 ms at the server, 4 of them its computing, 2 ms on the way and 8 ms of computing; and arms that
// did it all for so much in their cheapest round.

import { expect, test } from 'vitest';
import { taskCost } from '../../model/testing/task-cost.ts';
import type { Arm, SampleField } from '../arms/arm.ts';
import { armNamed, dataOf } from '../testing/one-scenario.ts';
import { countPrimes } from '../testing/sample-documents.ts';
import { cheapestCosts, scaleCosts } from './cheapest-costs.ts';

const TASK = taskCost({ ioMs: 12, serverMs: 10, serverCpuMs: 4, computeMs: 8 });
const SAME: Partial<Record<SampleField, number>> = {
  longestTaskMs: 20,
  serverMs: 20,
  serverCpuMs: 8,
  computeWallMs: 16,
};

function armWith(least: Partial<Record<SampleField, number>>, sampleCount = 5): Arm {
  const data = dataOf({ ...countPrimes, roundCount: sampleCount });
  return { ...armNamed('gather', data), leastOf: (field) => ({ ...SAME, ...least })[field] ?? Number.NaN };
}

const cheapest = (least: Partial<Record<SampleField, number>>, task = TASK) =>
  cheapestCosts([task, task], [armWith(least)])[0];

test('arms that needed as much or more change nothing', () => {
  expect(cheapest({})).toMatchObject(TASK);
  expect(cheapest({ longestTaskMs: 50, serverMs: 40, serverCpuMs: 80, computeWallMs: 90 })).toMatchObject(TASK);
});

test('computing at half the cost', () => {
  expect(cheapest({ computeWallMs: 8 })).toMatchObject({ ...TASK, computeCpuMs: 4 });
});

test('server CPU at half the cost comes sooner, too', () => {
  expect(cheapest({ serverCpuMs: 4 })).toMatchObject({ ...TASK, wallMs: 18, ioMs: 10, serverMs: 8, serverCpuMs: 2 });
});

test('answers in half the time, with the way as long as before', () => {
  expect(cheapest({ serverMs: 10 })).toMatchObject({ ...TASK, wallMs: 15, ioMs: 7, serverMs: 5 });
});

test('of both savings at the server the larger counts, not their sum', () => {
  expect(cheapest({ serverCpuMs: 4, serverMs: 18 })).toMatchObject({
    ...TASK,
    wallMs: 18,
    ioMs: 10,
    serverMs: 8,
    serverCpuMs: 2,
  });
  expect(cheapest({ serverCpuMs: 4, serverMs: 14 })).toMatchObject({
    ...TASK,
    wallMs: 17,
    ioMs: 9,
    serverMs: 7,
    serverCpuMs: 2,
  });
});

test('no task is longer than the longest: waiting gives way first, then computing', () => {
  expect(cheapest({ longestTaskMs: 15 })).toMatchObject({ ...TASK, wallMs: 17, ioMs: 9, serverMs: 7 });
  expect(cheapest({ longestTaskMs: 11, serverMs: 6, serverCpuMs: 6 })).toMatchObject({
    ioMs: 5,
    serverMs: 3,
    serverCpuMs: 3,
    computeCpuMs: 8,
  });
  expect(cheapest({ longestTaskMs: 6, serverMs: 0, serverCpuMs: 0, computeWallMs: 12 })).toMatchObject({
    ioMs: 2,
    serverMs: 0,
    serverCpuMs: 0,
    computeCpuMs: 6,
  });
});

test('what costs nothing stays at nothing', () => {
  const waiting = taskCost({ ioMs: 12, serverMs: 10 });
  expect(cheapest({ serverCpuMs: 0, computeWallMs: 0 }, waiting)).toMatchObject(waiting);
});

test('most arms count, and only those that ran', () => {
  const lower = [armWith({ computeWallMs: 8 }), armWith({ computeWallMs: 12 }), armWith({})];
  expect(cheapestCosts([TASK, TASK], lower)[0]?.computeCpuMs).toBe(6);
  const idle = armWith({ computeWallMs: 0, longestTaskMs: 0 }, 0);
  expect(cheapestCosts([TASK, TASK], [...lower, idle, idle, idle, idle])[0]?.computeCpuMs).toBe(6);
  expect(cheapestCosts([TASK], [idle])).toMatchObject([TASK]);
});

test('scaling: saved server CPU is saved from the answer as well', () => {
  expect(scaleCosts([TASK], { compute: 0.5, serverCpu: 0.25, handle: 1, server: 1 })).toMatchObject([
    { ioMs: 9, serverMs: 7, serverCpuMs: 1, computeCpuMs: 4 },
  ]);
  expect(scaleCosts([TASK], { compute: 1, serverCpu: 1, handle: 1, server: 1 })).toMatchObject([TASK]);
});

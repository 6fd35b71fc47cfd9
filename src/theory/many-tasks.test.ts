// A batch may have more tasks than a call takes arguments, and than can be held against each other one by one.

import { expect, test } from 'vitest';
import { taskCost } from '../model/testing/task-cost.ts';
import { machineBoundMs } from './bounds.ts';
import { NO_TRAVEL } from './input.ts';
import { predictedMs } from './prediction.ts';
import { partsOf } from './task-parts.ts';

const COUNT = 400_000;

test('the bound of two machines adds up each task once', () => {
  const durationsMs = Array.from({ length: COUNT }, (_, index) => 1 + (index % 7) / 10);
  expect(machineBoundMs(durationsMs, 2)).toBeCloseTo(durationsMs.reduce((sum, value) => sum + value, 0) / 2, 3);
});

test('the prediction finds the quickest way home of all', () => {
  const task = partsOf(taskCost({ ioMs: 3, serverMs: 2, serverCpuMs: 1 }), 0, 'computeWallMs');
  const tasks = Array.from({ length: COUNT }, (_, index) => (index === 7 ? { ...task, handleMs: 0.5 } : task));
  const shape = { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' } as const;
  const settings = {
    ...{ concurrency: null, threads: null, computeCores: 1, elsewhereCores: 1, serverProcesses: 1, door: null },
    ...{ coreCount: 2, travel: NO_TRAVEL },
  };
  expect(predictedMs({ shape, tasks, ...settings })).toBeCloseTo(COUNT + 0.5, 6);
});

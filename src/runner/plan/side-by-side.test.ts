import { expect, it } from 'vitest';
import { taskCost } from '../../model/testing/task-cost.ts';
import { calibrationLimitMs, isShortEpoch } from './calibration.ts';
import { probeLimitMs, probesWanted } from './side-by-side.ts';

it('probes workers where tasks compute, and the main thread only where others of the process do', () => {
  expect(probesWanted([taskCost({ computeMs: 5 })])).toEqual({ inWorkers: true, onLoop: false });
  expect(probesWanted([{ ...taskCost({ ioMs: 10, serverMs: 0, ioCpuMs: 0.1 }), otherCpuMs: 9 }])).toEqual({
    inWorkers: true,
    onLoop: true,
  });
  expect(probesWanted([taskCost({ ioMs: 10, ioCpuMs: 1 })])).toEqual({ inWorkers: false, onLoop: false });
  expect(probesWanted([])).toEqual({ inWorkers: false, onLoop: false });
});

it('gives both a small part of the epoch, within bounds', () => {
  expect([0, 3_000, 1e6].map(probeLimitMs)).toEqual([20, 60, 250]);
  expect([0, 3_000, 1e6].map(calibrationLimitMs)).toEqual([100, 240, 1_000]);
  expect([2_800, 3_500].map(isShortEpoch)).toEqual([true, false]);
});

// That the arithmetic closes: in flight, at the limit, above the floor, and the same CPU time, each at its border.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import { taskCost } from '../../model/testing/task-cost.ts';
import type { ArmWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { cpuInvariantAudit } from './cpu-invariant.ts';
import { floorAudit } from './floor.ts';
import { limitAudit } from './limit.ts';
import { littleAudit } from './little.ts';

function armOf(name: string, change: Partial<ArmWords> = {}, scenario: ScenarioWords = downloadPages) {
  const data = dataOf(quiet(changed(scenario, name.split(' ')[0] ?? name, change)));
  return { arm: armNamed(name, data), data };
}

const inFlight = (most: number) => ({
  sample: ({ round }: Sample) => ({ inFlightMean: round === 7 ? most : 0.5 }),
});

test('limit: the highest of all rounds may be 5 % above the limit', () => {
  const check = (name: string, most: number) => {
    const { arm, data } = armOf(name, inFlight(most));
    return limitAudit.check(arm, data);
  };
  expect(check('bounded c10', 10.5)).toEqual({ passed: true, detail: '10.50 in flight at most, the limit is 10' });
  expect(check('bounded c10', 10.51)?.passed).toBe(false);
  expect(check('sequential', 1.05)).toEqual({ passed: true, detail: '1.05 in flight at most, the limit is 1' });
  expect(check('sequential', 1.06)?.passed).toBe(false);
  expect(check('gather', 20)).toBeNull();
  expect(check('pool w2', 20)).toBeNull();
});

test('limit: it says nothing of an unknown shape, nor where there are threads', () => {
  const { arm, data } = armOf('bounded c10', inFlight(11));
  expect(limitAudit.check(arm, data)?.detail).toMatch(/the limit is 10$/);
  expect(limitAudit.check({ ...arm, shape: null }, data)).toBeNull();
  expect(limitAudit.check({ ...arm, threads: 2 }, data)).toBeNull();
});

test('little: the middle round decides, at 5 %, with the counted and the calculated figure', () => {
  const check = (gap: number, rounds: number) => {
    const sample = ({ round, wallMs }: Sample) => ({
      wallMs: 50,
      taskMs: 20 * 50,
      inFlightMean: round < rounds ? 20 * (1 + gap) : 20,
      cpuMs: wallMs,
    });
    const { arm, data } = armOf('gather', { sample }, { ...downloadPages, roundCount: 9 });
    return littleAudit.check(arm, data);
  };
  expect(check(0.049, 9)).toEqual({
    passed: true,
    detail: 'counted 20.98 in flight, task time over makespan gives 20.00',
  });
  expect(check(0.051, 9)?.passed).toBe(false);
  expect(check(-0.051, 9)?.passed).toBe(false);
  expect(check(0.5, 4)?.passed).toBe(true);
  expect(check(0.5, 5)?.passed).toBe(false);
});

test('little: exactly 5 % passes', () => {
  const { arm, data } = armOf('gather', { sample: () => ({ wallMs: 100, taskMs: 2000, inFlightMean: 21 }) });
  expect(littleAudit.check(arm, data)?.passed).toBe(true);
});

test('little: one round without task times is no infinite middle', () => {
  const sample = ({ round }: Sample) => ({ wallMs: 50, taskMs: round === 0 ? 0 : 1000, inFlightMean: 20 });
  const { arm, data } = armOf('gather', { sample }, { ...downloadPages, roundCount: 3 });
  expect(littleAudit.check(arm, data)?.passed).toBe(true);
  const endless = { ...arm, samples: arm.samples.map((one) => (one.round === 0 ? { ...one, taskMs: Infinity } : one)) };
  expect(littleAudit.check(endless, data)?.detail).toMatch(/gives 20\.00$/);
});

test('little: batches too short to time are left alone', () => {
  const short = ({ wallMs }: { wallMs: number }) => armOf('gather', { wallMs, sample: () => ({ inFlightMean: 9 }) });
  const { arm, data } = short({ wallMs: 0.9 });
  expect(littleAudit.check(arm, data)).toBeNull();
  const longer = short({ wallMs: 1 });
  expect(littleAudit.check(longer.arm, longer.data)?.passed).toBe(false);
});

// Twenty tasks of so many milliseconds one after another: their sum is the floor.
function againstFloor(taskMs: number, fastestMs: number, change: Partial<Sample> = {}) {
  const { arm, data } = armOf('sequential', {
    sample: ({ round }) => ({ wallMs: round === 3 ? fastestMs : 20 * taskMs + 50, serverCpuMs: 0, ...change }),
  });
  const task = taskCost({ ioMs: taskMs });
  const cheapestTotals = taskCost({ ioMs: 20 * taskMs });
  return floorAudit.check(arm, { ...data, cheapestTasks: data.tasks.map(() => task), cheapestTotals });
}

test('floor: the fastest batch may fall short by 2 %, or by a millisecond where that is more', () => {
  expect(againstFloor(10, 196)).toEqual({ passed: true, detail: 'fastest batch 196.00 ms, floor 200.00 ms' });
  expect(againstFloor(10, 195.9)?.passed).toBe(false);
  expect(againstFloor(1, 19)?.passed).toBe(true);
  expect(againstFloor(1, 18.9)?.passed).toBe(false);
});

test('floor: only batches without failures are held to it, since a task that fails may end early', () => {
  expect(againstFloor(10, 150, { failedCount: 0 })?.passed).toBe(false);
  expect(againstFloor(10, 150, { failedCount: 1 })).toBeNull();
});

test('floor: without calibration, or for a schedule that nobody knows, there is none', () => {
  const { arm, data } = armOf('sequential');
  expect(floorAudit.check(arm, { ...data, cheapestTotals: null })).toBeNull();
  expect(floorAudit.check({ ...arm, shape: null }, data)).toBeNull();
});

// Ten tasks one after another, each 10 ms of waiting, half of which the server computes, and 10 ms of computing.
function floorWithOwn(own: { computeWallMs: number; serverCpuMs: number }) {
  const { arm, data } = armOf('sequential', { sample: () => ({ wallMs: 900, ...own }) });
  const task = taskCost({ ioMs: 10, serverCpuMs: 5, computeMs: 10 });
  const cheapestTotals = taskCost({ ioMs: 100, serverCpuMs: 50, computeMs: 100 });
  const cheapestTasks = Array.from({ length: 10 }, () => task);
  return floorAudit.check(arm, { ...data, cheapestTasks, cheapestTotals })?.detail;
}

test('floor: a batch that computed cheaper has its own floor, but never below 85 % of the usual costs', () => {
  expect(floorWithOwn({ computeWallMs: 100, serverCpuMs: 50 })).toMatch(/floor 200\.00 ms/);
  expect(floorWithOwn({ computeWallMs: 90, serverCpuMs: 50 })).toMatch(/floor 190\.00 ms/);
  expect(floorWithOwn({ computeWallMs: 10, serverCpuMs: 50 })).toMatch(/floor 185\.00 ms/);
  expect(floorWithOwn({ computeWallMs: 100, serverCpuMs: 45 })).toMatch(/floor 195\.00 ms/);
  expect(floorWithOwn({ computeWallMs: 100, serverCpuMs: 0 })).toMatch(/floor 192\.50 ms/);
  expect(floorWithOwn({ computeWallMs: 300, serverCpuMs: 500 })).toMatch(/floor 200\.00 ms/);
});

test('cpu-invariant: only an interval that lies wholly outside 0.95 to 1.05 fails', () => {
  const { arm, data } = armOf('gather', {}, countPrimes);
  const check = (low: number, ratio: number, high: number) =>
    cpuInvariantAudit.check(arm, { ...data, cpuRatios: new Map([[arm, { low, ratio, high }]]) });
  expect(check(1.05, 1.2, 1.4)).toEqual({
    passed: true,
    detail: 'CPU time is 1.20 times that of sequential (1.05 to 1.40), expected 1.00 ± 0.05',
  });
  expect(check(1.06, 1.2, 1.4)?.passed).toBe(false);
  expect(check(0.8, 0.9, 0.95)?.passed).toBe(true);
  expect(check(0.8, 0.9, 0.94)?.passed).toBe(false);
  expect(cpuInvariantAudit.check(arm, { ...data, cpuRatios: new Map() })).toBeNull();
});

test('cpu-invariant: the placebo is not asked, nor anybody where there is no reference', () => {
  const { arm, data } = armOf('placebo', {}, countPrimes);
  const cpuRatios = new Map([[arm, { low: 2, ratio: 2, high: 2 }]]);
  expect(cpuInvariantAudit.check(arm, { ...data, cpuRatios })).toBeNull();
  const gather = armNamed('gather', data);
  const asked = { ...data, cpuRatios: new Map([[gather, { low: 2, ratio: 2, high: 2 }]]) };
  expect(cpuInvariantAudit.check(gather, asked)?.passed).toBe(false);
  expect(cpuInvariantAudit.check(gather, { ...asked, reference: null })).toBeNull();
});

// What the golden set leaves out: overheads, the price list, and strategies that exist only as a rule.

import { expect, test } from 'vitest';
import type { Preflight, TaskCalibration } from '../model/document.ts';
import { floorMs } from './floor.ts';
import type { TheoryInput } from './input.ts';
import { predict } from './prediction.ts';

const PRICES: Preflight = {
  effectiveCores: [1, 1.25],
  requestFloorMs: 0.2,
  connectMs: 0.3,
  timerLatenessMs: 0.1,
  poolStartMs: 40,
  dispatchMs: 0.5,
  cloneMsPerMb: 0.6,
  transferMsPerMb: 0.2,
  kernelUnitsPerMs: 10,
  stealRatio: 0,
  durationMs: 2000,
};

const task = (serverMs: number, computeMs: number, overheadMs = 0, serverCpuMs = 0): TaskCalibration => ({
  ioMs: serverMs + overheadMs,
  serverMs,
  serverCpuMs,
  computeMs,
});

function input(strategyId: string, tasks: TaskCalibration[], more: Partial<TheoryInput> = {}): TheoryInput {
  return { strategyId, tasks, concurrency: 5, threads: 2, coreCount: 2, serverProcesses: 1, prices: null, ...more };
}

const partOf = (of: TheoryInput, name: string) => predict(of).parts.find((part) => part.name === name)?.ms ?? 0;

test('sequential pays every overhead in full, gather only what occupies its loop', () => {
  const tasks = new Array<TaskCalibration>(10).fill(task(20, 0, 1));
  expect(predict(input('sequential', tasks)).predictedMs).toBeCloseTo(210, 9);
  expect(predict(input('gather', tasks)).predictedMs).toBeLessThan(27);
  expect(predict(input('gather', tasks)).predictedMs).toBeGreaterThan(21);
  expect(floorMs(input('gather', tasks))).toBe(20);
});

test('cores that are not there: the price list decides, and the floor does not believe it', () => {
  const cell = input('pool', new Array<TaskCalibration>(8).fill(task(0, 10)), { prices: PRICES, coreCount: 1.25 });
  // Four tasks for each worker, each 10 ms stretched to 10 · 2 / 1.25, and four handovers of 0.5 ms.
  expect(predict(cell).predictedMs).toBeCloseTo(4 * (16 + 0.5), 9);
  expect(partOf(cell, 'too few cores')).toBeCloseTo(24, 9);
  expect(partOf(cell, 'handing over to threads')).toBeCloseTo(2, 9);
  expect(floorMs(cell)).toBe(40);
});

test('a message for each chunk is one handover, and a chunk can gather inside', () => {
  const tasks = new Array<TaskCalibration>(8).fill(task(10, 5));
  const prices = { ...PRICES, effectiveCores: [1, 2] };
  expect(predict(input('pool-chunked', tasks, { prices })).predictedMs).toBeCloseTo(60.5, 9);
  expect(predict(input('pool-gather', tasks, { prices })).predictedMs).toBeCloseTo(30.5, 9);
  expect(floorMs(input('pool-chunked', tasks))).toBe(60);
  expect(floorMs(input('pool-gather', tasks))).toBe(30);
});

test('ten thousand tiny tasks: handing over is the limit', () => {
  const tiny = new Array<TaskCalibration>(10_000).fill(task(0, 0.001));
  expect(predict(input('pool', tiny, { prices: PRICES, threads: 64 })).predictedMs).toBeCloseTo(2500, 6);
});

test("the server's CPU limits every strategy, and more processes lift the limit", () => {
  const tasks = new Array<TaskCalibration>(10).fill(task(15, 0, 0.2, 15));
  expect(floorMs(input('gather', tasks))).toBe(150);
  expect(floorMs(input('gather', tasks, { serverProcesses: 3 }))).toBe(50);
  expect(predict(input('gather', tasks)).predictedMs).toBeCloseTo(150.2, 9);
  expect(partOf(input('gather', tasks), 'server CPU')).toBeGreaterThan(130);
});

test('equal tasks under a limit: as many rounds as it takes', () => {
  const tasks = new Array<TaskCalibration>(23).fill(task(50, 0));
  expect(floorMs(input('bounded', tasks))).toBe(250);
  expect(predict(input('bounded', tasks)).predictedMs).toBeCloseTo(250, 9);
});

test('an unknown strategy is granted every overlap there is', () => {
  const tasks = new Array<TaskCalibration>(4).fill(task(10, 10));
  expect(floorMs(input('of-tomorrow', tasks))).toBe(30);
  expect(floorMs(input('of-tomorrow', tasks, { threads: 4 }))).toBe(20);
});

test('no tasks take no time', () => {
  expect(floorMs(input('gather', []))).toBe(0);
  expect(predict(input('pool', []))).toEqual({ predictedMs: 0, parts: [] });
});

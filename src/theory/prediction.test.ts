// What the golden set leaves out: overheads, the price list, shapes without a rule.

import { expect, test } from 'vitest';
import type { Preflight, TaskCost } from '../model/document.ts';
import { taskCost } from '../model/testing/task-cost.ts';
import { floorMs } from './floor.ts';
import type { TheoryInput } from './input.ts';
import { predictedMs } from './prediction.ts';
import { type Played, SHAPES } from './testing/shapes.ts';

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

type Task = TaskCost;

const task = (serverMs: number, computeMs: number, overheadMs = 0, serverCpuMs = 0): Task =>
  taskCost({ ioMs: serverMs + overheadMs, serverMs, serverCpuMs, computeMs });

function input(played: Played, tasks: Task[], more: Partial<TheoryInput<Task>> = {}): TheoryInput<Task> {
  const shape = SHAPES[played];
  return {
    shape,
    tasks,
    concurrency: 5,
    threads: 2,
    coreCount: 2,
    serverProcesses: 1,
    serverSlots: null,
    prices: null,
    ...more,
  };
}

test('sequential pays every overhead in full, gather only what occupies its loop', () => {
  const tasks = new Array<Task>(10).fill(task(20, 0, 1));
  expect(predictedMs(input('sequential', tasks))).toBeCloseTo(210, 9);
  expect(predictedMs(input('gather', tasks))).toBeLessThan(27);
  expect(predictedMs(input('gather', tasks))).toBeGreaterThan(21);
  expect(floorMs(input('gather', tasks))).toBe(20);
});

test('floors count CPU time and predictions wall time', () => {
  const tasks = [{ ...task(0, 0), computeCpuMs: 8, computeWallMs: 10 }];
  expect(floorMs(input('sequential', tasks))).toBe(8);
  expect(predictedMs(input('sequential', tasks))).toBe(10);
});

test('cores that are not there: the price list decides, and the floor does not believe it', () => {
  const cell = input('pool', new Array<Task>(8).fill(task(0, 10)), { prices: PRICES, coreCount: 1.25 });
  // Four tasks for each worker, each 10 ms stretched to 10 · 2 / 1.25, and four handovers of 0.5 ms.
  expect(predictedMs(cell)).toBeCloseTo(4 * (16 + 0.5), 9);
  expect(floorMs(cell)).toBe(40);
});

test('ten thousand tiny tasks: handing over is the limit', () => {
  const tiny = new Array<Task>(10_000).fill(task(0, 0.001));
  expect(predictedMs(input('pool', tiny, { prices: PRICES, threads: 64 }))).toBeCloseTo(2500, 6);
  expect(predictedMs(input('gather+pool', tiny, { prices: PRICES, threads: 64 }))).toBeCloseTo(2500, 6);
});

test("the server's CPU limits every strategy, and more processes lift the limit", () => {
  const tasks = new Array<Task>(10).fill(task(15, 0, 0.2, 15));
  expect(floorMs(input('gather', tasks))).toBe(150);
  expect(floorMs(input('gather', tasks, { serverProcesses: 3 }))).toBe(50);
  expect(predictedMs(input('gather', tasks))).toBeCloseTo(150.2, 9);
});

test('a server that lets in four at once is a limit like any other', () => {
  const tasks = new Array<Task>(16).fill(task(8, 0, 0.2));
  for (const played of ['gather', 'bounded', 'pool'] as const) {
    const capped = input(played, tasks, { serverSlots: 4, concurrency: 16, threads: 16 });
    expect(floorMs(capped)).toBe(32);
    expect(predictedMs(capped)).toBeCloseTo(32.2, 9);
  }
  expect(floorMs(input('bounded', tasks, { serverSlots: 4, concurrency: 2 }))).toBe(64);
});

test('equal tasks under a limit: as many rounds as it takes', () => {
  const tasks = new Array<Task>(23).fill(task(50, 0));
  for (const played of ['bounded', 'batches'] as const) {
    expect(floorMs(input(played, tasks))).toBe(250);
    expect(predictedMs(input(played, tasks))).toBeCloseTo(250, 9);
  }
});

test('a shape without a rule is not predicted by the rule of another, and still has a floor', () => {
  const tasks = new Array<Task>(4).fill(task(10, 10));
  const boundedSplit = { ...SHAPES['gather+pool'], waits: 'bounded' } as const;
  const gatherInWorkers = { ...SHAPES.pool, waits: 'all' } as const;
  for (const shape of [boundedSplit, gatherInWorkers])
    expect(predictedMs(input('gather', tasks, { shape }))).toBeNull();
  expect(floorMs(input('gather', tasks, { shape: boundedSplit, concurrency: 1 }))).toBe(80);
  expect(floorMs(input('gather', tasks, { shape: gatherInWorkers }))).toBe(30);
});

test('no tasks take no time', () => {
  expect(floorMs(input('gather', []))).toBe(0);
  expect(predictedMs(input('pool', []))).toBe(0);
  expect(floorMs(input('pool', []))).toBe(0);
  expect(predictedMs(input('pool', [], { shape: { ...SHAPES.pool, waits: 'all' } }))).toBe(0);
});

test('threads share the cores they get: without a price list so many as there are', () => {
  const four = new Array<Task>(4).fill(task(0, 12));
  expect(predictedMs(input('pool', four, { coreCount: 1.5 }))).toBeCloseTo((2 * 12 * 2) / 1.5, 9);
  expect(predictedMs(input('pool', four, { coreCount: 0.5 }))).toBeCloseTo(2 * 12 * 2, 9);
  expect(predictedMs(input('pool', four, { coreCount: 8 }))).toBe(24);
  expect(predictedMs(input('pool', four, { threads: null, coreCount: 4.9 }))).toBe(12);
  expect(predictedMs(input('pool', four, { threads: null, coreCount: 0.9 }))).toBe(48);
});

test('only threads that have something to do stretch each other', () => {
  expect(predictedMs(input('pool', [task(0, 12)], { prices: PRICES, threads: 2 }))).toBeCloseTo(12.5, 9);
  const slower: Preflight = { ...PRICES, effectiveCores: [1, 0.8], dispatchMs: 0 };
  const faster: Preflight = { ...PRICES, effectiveCores: [1, 2.4], dispatchMs: 0 };
  const two = new Array<Task>(2).fill(task(0, 12));
  expect(predictedMs(input('pool', two, { prices: slower }))).toBe(24);
  expect(predictedMs(input('pool', two, { prices: faster }))).toBe(12);
});

test('a server that claims more than the request took leaves nothing to the client', () => {
  expect(predictedMs(input('sequential', [task(20, 0, -5)]))).toBe(20);
});

test('a shape without a bound has as many under way as there are tasks', () => {
  const six = new Array<Task>(6).fill(task(10, 0));
  expect(predictedMs(input('bounded', six, { concurrency: null }))).toBe(10);
  expect(floorMs(input('bounded', six, { concurrency: null }))).toBe(10);
  expect(predictedMs(input('bounded', six, { concurrency: 0 }))).toBe(60);
});

test("the server's limit: its CPU over its processes, and the cheapest way home", () => {
  const tasks = [task(30, 0, 0.2, 30), task(30, 0, 0.6, 30), task(30, 0, 0.4, 30)];
  expect(predictedMs(input('gather', tasks))).toBeCloseTo(90.2, 9);
  expect(predictedMs(input('gather', tasks, { serverProcesses: 2 }))).toBeCloseTo(45.2, 9);
  expect(predictedMs(input('gather', tasks, { serverProcesses: 0 }))).toBeCloseTo(90.2, 9);
  expect(floorMs(input('gather', tasks, { serverProcesses: 0 }))).toBe(90);
});

test('floors of threads: no more of them than tasks, than cores, or than the price list has seen', () => {
  const four = new Array<Task>(4).fill(task(0, 10));
  expect(floorMs(input('pool', four, { threads: 4, coreCount: 2 }))).toBe(20);
  expect(floorMs(input('pool', four, { threads: 4, coreCount: 1.2 }))).toBe(20);
  expect(floorMs(input('pool', four, { threads: 4, coreCount: 1, prices: PRICES }))).toBe(20);
  expect(floorMs(input('pool', four, { threads: 4, coreCount: 8 }))).toBe(10);
  expect(floorMs(input('pool', four, { threads: null, coreCount: 2 }))).toBe(20);
  expect(floorMs(input('pool', four.slice(0, 1), { threads: 4, coreCount: 8 }))).toBe(10);
  expect(floorMs(input('gather+pool', [task(5, 10), task(5, 10)], { coreCount: 1 }))).toBe(25);
  expect(floorMs(input('gather+pool', [task(5, 10), task(5, 10)]))).toBe(15);
  expect(floorMs(input('pool', [task(40, 1), task(40, 1), task(40, 1)]))).toBe(82);
});

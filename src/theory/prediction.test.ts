// What the golden set leaves out: overheads, the price list, shapes without a rule.

import { expect, test } from 'vitest';
import { taskCost } from '../model/testing/task-cost.ts';
import { CERTAIN, floorMs } from './floor.ts';
import { NO_TRAVEL, type TheoryInput } from './input.ts';
import { predictedMs } from './prediction.ts';
import { partsOf, type TaskParts } from './task-parts.ts';
import { type Played, SHAPES } from './testing/shapes.ts';

const task = (serverMs: number, computeMs: number, handleMs = 0, serverCpuMs = 0): TaskParts =>
  partsOf(taskCost({ ioMs: serverMs + handleMs, serverMs, serverCpuMs, computeMs }), 0, 'computeWallMs');

function input(played: Played, tasks: TaskParts[], more: Partial<TheoryInput> = {}): TheoryInput {
  return {
    ...{ shape: SHAPES[played], tasks, concurrency: 5, threads: 2, coreCount: 128, computeCores: 2, elsewhereCores: 2 },
    ...{ serverProcesses: 1, door: null, travel: NO_TRAVEL },
    ...more,
  };
}

test('sequential pays every overhead in full, gather only what occupies its loop', () => {
  const tasks = new Array<TaskParts>(10).fill(task(20, 0, 1));
  expect(predictedMs(input('sequential', tasks))).toBeCloseTo(210, 9);
  expect(predictedMs(input('gather', tasks))).toBeCloseTo(0.1 + 20 + 10 * 0.9, 9);
  // Half of the handling is not overlapped by the waits, whichever half; nothing of it is certain.
  expect(floorMs(input('gather', tasks))).toBe(20 + 10 * 0.5);
  expect(floorMs(input('gather', tasks), CERTAIN)).toBe(20);
});

test('cores that are not there stretch the computing of a pool', () => {
  const cell = input('pool', new Array<TaskParts>(8).fill(task(0, 10)), {
    computeCores: 1.25,
    travel: { ...NO_TRAVEL, wayMs: 0.5 },
  });
  // Four tasks for each worker, each 10 ms stretched to 10 · 2 / 1.25, and one way there and back.
  expect(predictedMs(cell)).toBeCloseTo(4 * 16 + 0.5, 9);
  expect(floorMs(cell)).toBe(64);
});

test('ten thousand tiny tasks: handing over is the limit', () => {
  const tiny = new Array<TaskParts>(10_000).fill(task(0, 0.001));
  const dear = { travel: { ...NO_TRAVEL, loopMs: 0.25 }, threads: 64, computeCores: 64 };
  expect(predictedMs(input('pool', tiny, dear))).toBeCloseTo(2500, 6);
  expect(predictedMs(input('gather+pool', tiny, dear))).toBeCloseTo(2500, 6);
});

const elsewhere = (elsewhereMs: number): TaskParts => ({ ...task(0, 0), elsewhereMs });

test('other threads of the process compute at once as far as there are cores, and no more than were started', () => {
  const tasks = new Array<TaskParts>(8).fill(elsewhere(10));
  expect(predictedMs(input('sequential', tasks, { threads: null }))).toBe(80);
  expect(predictedMs(input('gather', tasks, { threads: null, concurrency: null, elsewhereCores: 1.6 }))).toBe(50);
  expect(floorMs(input('gather', tasks, { threads: null, concurrency: null, elsewhereCores: 1.6 }))).toBe(50);
  expect(predictedMs(input('bounded', tasks, { threads: null, concurrency: 2, elsewhereCores: 4 }))).toBe(40);
});

test("the server's CPU limits every strategy, and more processes lift the limit", () => {
  const tasks = new Array<TaskParts>(10).fill(task(15, 0, 0.2, 15));
  expect(floorMs(input('gather', tasks))).toBe(150);
  expect(floorMs(input('gather', tasks, { serverProcesses: 3 }))).toBe(50);
  expect(predictedMs(input('gather', tasks))).toBeCloseTo(150.2, 9);
});

test('a server that lets in four at once is a limit like any other', () => {
  const tasks = new Array<TaskParts>(16).fill(task(8, 0, 0.2));
  const door = { slotCount: 4, at: 'server' } as const;
  for (const played of ['gather', 'bounded', 'pool'] as const) {
    const capped = input(played, tasks, { door, concurrency: 16, threads: 16, computeCores: 16 });
    expect(floorMs(capped)).toBe(32);
    expect(predictedMs(capped)).toBeCloseTo(32.2, 9);
  }
  expect(floorMs(input('bounded', tasks, { door, concurrency: 2 }))).toBeCloseTo(8 * 8.1, 9);
});

test('a door outside is one for each client: workers have one each', () => {
  const tasks = new Array<TaskParts>(8).fill(task(5, 0));
  const door = { slotCount: 1, at: 'outside' } as const;
  expect(floorMs(input('gather', tasks, { door, concurrency: null }))).toBe(40);
  expect(predictedMs(input('gather', tasks, { door, concurrency: null }))).toBe(40);
  expect(floorMs(input('pool', tasks, { door }))).toBe(20);
  expect(predictedMs(input('pool', tasks, { door }))).toBe(20);
});

test('equal tasks under a limit: as many rounds as it takes', () => {
  const tasks = new Array<TaskParts>(23).fill(task(50, 0));
  for (const played of ['bounded', 'batches'] as const) {
    expect(floorMs(input(played, tasks))).toBe(250);
    expect(predictedMs(input(played, tasks))).toBeCloseTo(250, 9);
  }
});

test('a limit starts uneven tasks in input order, and no order is certain', () => {
  const tasks = [10, 10, 30].map((waitMs) => task(waitMs, 0));
  expect(floorMs(input('bounded', tasks, { concurrency: 2 }))).toBe(40);
  expect(floorMs(input('bounded', tasks, { concurrency: 2 }), CERTAIN)).toBe(30);
});

test('a worker spends all of a task alone, handling and way included, of which only the rest is certain', () => {
  const tasks = new Array<TaskParts>(4).fill({ ...task(10, 0, 1), wayMs: 0.5 });
  expect(floorMs(input('pool', tasks))).toBe(2 * 11.5);
  expect(floorMs(input('pool', tasks), CERTAIN)).toBe(2 * 10);
});

test('a shape without a rule is not predicted by the rule of another, and still has a floor', () => {
  const tasks = new Array<TaskParts>(4).fill(task(10, 10));
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

test('a main thread without a core of its own takes from the workers', () => {
  const four = new Array<TaskParts>(4).fill(task(0, 12));
  const travel = { ...NO_TRAVEL, loopMs: 1 };
  expect([2, 3].map((coreCount) => predictedMs(input('pool', four, { coreCount, travel })))).toEqual([26, 24]);
});

test('threads share the cores they get', () => {
  const four = new Array<TaskParts>(4).fill(task(0, 12));
  expect(predictedMs(input('pool', four, { computeCores: 1.5 }))).toBeCloseTo((2 * 12 * 2) / 1.5, 9);
  expect(predictedMs(input('pool', four, { computeCores: 0.5 }))).toBeCloseTo(2 * 12 * 2, 9);
  expect(predictedMs(input('pool', four, { computeCores: 8 }))).toBe(24);
});

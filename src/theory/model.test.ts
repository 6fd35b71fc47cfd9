// The rules of the shapes with overheads, each worked out on paper: of 2 ms of handling, 0.2 go before the wait, 1.8 follow.

import { expect, test } from 'vitest';
import { NO_TRAVEL } from './input.ts';
import { type ModelSettings, modelledMs } from './model.ts';
import type { TaskParts } from './task-parts.ts';
import { type Played, SHAPES } from './testing/shapes.ts';

const TASK: TaskParts = {
  ...{ waitMs: 10, serverMs: 10, serverCpuMs: 0, wayMs: 2, handleMs: 2, computeMs: 5, elsewhereMs: 0 },
};
const FREE = { concurrency: 2, workers: 2, stretchRatio: 1, loopHasCore: true };
const times = (count: number, task: TaskParts = TASK) => new Array<TaskParts>(count).fill(task);

function modelled(played: Played, tasks: readonly TaskParts[], more: Partial<ModelSettings> = {}) {
  const settings = { ...FREE, travel: NO_TRAVEL, ...more };
  return modelledMs(tasks, { shape: SHAPES[played], ...settings });
}

test('one by one everything adds up', () => {
  expect(modelled('sequential', times(3))).toBe(3 * 19);
});

test('gathered, the sends come first, then the answers in a row', () => {
  // Sent at 0.2, 0.4, 0.6; answers at 12.2, 12.4, 12.6, each served in 1.8 + 5: 19, 25.8, 32.6.
  expect(modelled('gather', times(3))).toBeCloseTo(32.6, 9);
  expect(modelled('gather', times(1))).toBe(19);
});

test('bounded, the third starts after the turn that made room', () => {
  // Sent at 0.2, 0.4; answers at 12.2, 12.4. The first is served until 19, the third sent at 19.2; the second until 26.
  expect(modelled('bounded', times(3))).toBeCloseTo(31.2 + 6.8, 9);
  expect(modelled('bounded', times(3), { concurrency: 3 })).toBeCloseTo(32.6, 9);
});

test('batches wait for their slowest, then begin anew', () => {
  expect(modelled('batches', times(3))).toBeCloseTo(25.8 + 19, 9);
  expect(modelled('batches', times(4))).toBeCloseTo(2 * 25.8, 9);
});

test('a pool does whole tasks in its threads, handed over and stretched', () => {
  expect(modelled('pool', times(4))).toBe(2 * 19);
  expect(modelled('pool', times(4), { travel: { ...NO_TRAVEL, wayMs: 1 } })).toBe(2 * 19 + 1);
  expect(modelled('pool', times(4), { stretchRatio: 2 })).toBe(2 * 26);
  expect(modelled('pool', times(4), { workers: 4 })).toBe(19);
});

test('gathered with a pool, only computing is handed over and stretched', () => {
  // Answers served at 14, 15.8, 17.6, 19.4 (1.8 ms of the client each); a thread of 5 ms for each.
  expect(modelled('gather+pool', times(4), { workers: 4 })).toBeCloseTo(19.4 + 5, 9);
  expect(modelled('gather+pool', times(1))).toBe(19);
  expect(modelled('gather+pool', times(1), { travel: { ...NO_TRAVEL, wayMs: 2 } })).toBe(21);
  expect(modelled('gather+pool', times(1), { stretchRatio: 3 })).toBe(29);
});

test('one thread can only hand over so much: its own part of every way', () => {
  const tiny = times(100, { ...TASK, waitMs: 0, wayMs: 0, handleMs: 0, computeMs: 0 });
  expect(modelled('pool', tiny, { travel: { ...NO_TRAVEL, loopMs: 0.5 }, workers: 100 })).toBe(50);
  expect(modelled('gather+pool', tiny, { travel: { ...NO_TRAVEL, loopMs: 0.5 }, workers: 100 })).toBe(50);
});

test('where workers have every core, what the main thread does for them is taken from their time', () => {
  const computing = times(10, { ...TASK, waitMs: 0, wayMs: 0, handleMs: 0, computeMs: 5 });
  const travel = { wayMs: 2, loopMs: 0.6, workerMs: 0.4 };
  expect(modelled('pool', computing, { travel })).toBe(5 * 5.4 + 1.6);
  expect(modelled('pool', computing, { travel, loopHasCore: false })).toBe((10 * 6) / 2 + 1.6);
  expect(modelled('pool', computing, { travel, loopHasCore: false, stretchRatio: 1.2 })).toBe((10 * 7) / 2 + 1.6);
  // Threads of libuv take cores as well as those of the pool do.
  const elsewhere = times(10, { ...TASK, waitMs: 0, wayMs: 0, handleMs: 1, computeMs: 0, elsewhereMs: 4 });
  expect(modelled('pool', elsewhere, { travel, loopHasCore: false })).toBe((10 * 6) / 2 + 1.6);
  // The first answer is read at 10.2, having been sent at 0.02.
  const answered = times(10, { ...TASK, waitMs: 10, wayMs: 0, handleMs: 0.2, computeMs: 5 });
  const split = { travel: { ...travel, wayMs: 0.4 }, loopHasCore: false };
  expect(modelled('gather+pool', answered, split)).toBeCloseTo(10.2 + (10 * 6 + 1.8) / 2, 9);
  // Who mostly waits leaves cores enough.
  expect(modelled('pool', times(4), { travel, loopHasCore: false })).toBe(2 * (19 + 0.4) + 1.6);
});

test('what a worker does for the way takes its time, and is not waited for twice', () => {
  const far = { travel: { wayMs: 5, loopMs: 1, workerMs: 3 } };
  expect(modelled('pool', times(4), far)).toBe(2 * (19 + 3) + 2);
  expect(modelled('gather+pool', times(1), far)).toBe(19 + 5);
});

test('shapes without a rule have no makespan', () => {
  for (const shape of [
    { ...SHAPES.pool, waits: 'all' },
    { ...SHAPES.pool, waits: 'bounded' },
    { ...SHAPES['gather+pool'], waits: 'one' },
    { ...SHAPES.pool, computesOn: 'loop' },
    { ...SHAPES.gather, waitsOn: 'workers' },
    { ...SHAPES.pool, waitsOn: 'processes', computesOn: 'processes' },
  ] as const) {
    expect(modelledMs(times(2), { shape, ...FREE, travel: NO_TRAVEL })).toBeNull();
  }
});

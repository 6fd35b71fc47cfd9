import { expect, test } from 'vitest';
import { batchesOf } from './batches.ts';
import { EventQueue } from './event-queue.ts';
import { listScheduleMs, loopScheduleMs, makespanMs, releasedScheduleMs } from './schedule.ts';

test('list schedule: the next task goes to the machine that is free first', () => {
  expect(listScheduleMs([30, 10, 10, 20], 2)).toEqual([30, 10, 20, 40]);
  expect(makespanMs(listScheduleMs([], 2))).toBe(0);
});

test('released jobs wait for their release and for a machine', () => {
  const jobs = [
    { atMs: 50, computeMs: 10 },
    { atMs: 0, computeMs: 20 },
    { atMs: 5, computeMs: 5 },
  ];
  expect(releasedScheduleMs(jobs, 1)).toEqual([60, 20, 25]);
});

test('loop: waits overlap, pieces do not', () => {
  const task = { sendMs: 1, waitMs: 10, finishMs: 2 };
  expect(loopScheduleMs([task, task], 2)).toEqual([13, 15]);
  expect(loopScheduleMs([task, task], 1)).toEqual([13, 26]);
});

test('loop: room made in the middle of a turn is used after it', () => {
  const task = { sendMs: 0, waitMs: 10, finishMs: 5 };
  expect(loopScheduleMs([task, task, task], 2)).toEqual([15, 20, 35]);
});

test('events come in the order of time, then of arrival', () => {
  const queue = new EventQueue<string>();
  for (const [at, name] of [
    [5, 'a'],
    [1, 'b'],
    [5, 'c'],
    [0, 'd'],
    [1, 'e'],
  ] as const)
    queue.add(at, name);
  const order = Array.from({ length: 5 }, () => queue.take()?.value);
  expect(order).toEqual(['d', 'b', 'e', 'a', 'c']);
  expect(queue.take()).toBeNull();
});

test('events up to a time are taken together, later ones stay', () => {
  const queue = new EventQueue<string>();
  queue.add(2, 'b');
  queue.add(1, 'a');
  queue.add(3, 'c');
  expect(queue.takeUntil(2)).toEqual(['a', 'b']);
  expect(queue.take()?.value).toBe('c');
});

test('cutting: batches by size, chunks by count', () => {
  expect(batchesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});

import { describe, expect, it } from 'vitest';
import { coveredMs, merged, unionMs } from './intervals.ts';
import { startSpan, type TaskSpan } from './task-span.ts';
import { workerGaps } from './worker-gaps.ts';

describe('intervals', () => {
  it('count time once, however many were there, in whatever order they come', () => {
    expect(unionMs([5, 9, 0, 4, 3, 6, 20, 21])).toBe(10);
    expect(merged([5, 9, 0, 4, 3, 6, 20, 21])).toEqual([0, 9, 20, 21]);
    expect(unionMs([])).toBe(0);
    expect(unionMs([4, 4, 7, 3])).toBe(0);
  });

  it('count only what lies in the window', () => {
    expect(coveredMs([0, 10, 20, 30], { fromMs: 8, toMs: 24 })).toBe(6);
  });
});

const ran = (worker: number, handedMs: number, workerFromMs: number, workerToMs: number): TaskSpan => ({
  ...startSpan(handedMs),
  ...{ worker, handedMs, workerFromMs, workerToMs },
});

describe('the time of workers that run no task', () => {
  it('is on the way while a task is handed over, and idle once none is to come', () => {
    const spans = [ran(0, 0, 1, 10), ran(1, 0, 1, 20), ran(0, 0, 12, 22)];
    // Worker 0: 1 before, 2 between, 8 after; worker 1: 1 before, 10 after the last began.
    expect(workerGaps(spans, 2, { fromMs: 0, toMs: 30 })).toEqual({ betweenTasksMs: 2, unfedMs: 0, idleEndMs: 9 });
  });

  it('is unfed while none is handed over and more are to come', () => {
    const spans = [ran(0, 5, 6, 10), ran(0, 18, 19, 25)];
    expect(workerGaps(spans, 1, { fromMs: 0, toMs: 25 })).toEqual({ betweenTasksMs: 2, unfedMs: 13, idleEndMs: 0 });
  });

  it('is all of it for a worker that got nothing, and adds up with the tasks', () => {
    const gaps = workerGaps([ran(0, 0, 0, 10)], 2, { fromMs: 0, toMs: 10 });
    expect(gaps).toEqual({ betweenTasksMs: 0, unfedMs: 0, idleEndMs: 5 });
    expect(10 / 2 + gaps.betweenTasksMs + gaps.unfedMs + gaps.idleEndMs).toBe(10);
  });
});

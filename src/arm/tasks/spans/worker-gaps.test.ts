import { describe, expect, it } from 'vitest';
import { startSpan, type TaskSpan } from './task-span.ts';
import { workerGaps } from './worker-gaps.ts';

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

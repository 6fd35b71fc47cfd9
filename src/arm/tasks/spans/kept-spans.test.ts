import { expect, it } from 'vitest';
import { KeptSpans, MOST_TASKS } from './kept-spans.ts';
import { startSpan, type TaskSpan } from './task-span.ts';

const WINDOW = { fromMs: 1_000, toMs: 1_020 };
const nothingFailed = () => false;

function span(startedMs: number, changes: Partial<TaskSpan> = {}): TaskSpan {
  return { ...startSpan(startedMs), endedMs: startedMs + 1, ...changes };
}

function kept(spans: readonly TaskSpan[], hasFailed: (span: TaskSpan) => boolean = nothingFailed) {
  const all = new KeptSpans();
  all.keep(3, spans, hasFailed, WINDOW);
  return all.timelineOf(3);
}

it('tells instants of a task on the main thread in whole microseconds from the start of the batch', () => {
  const task = span(1_000.5, {
    ioToMs: 1_005,
    computeFromMs: 1_006,
    computeWallMs: 2.0004,
    endedMs: 1_009,
    requests: [1_000.6, 1_001, 1_001.5, 1_004, 1_004.8],
  });
  expect(kept([task])).toEqual({
    batchUs: 20_000,
    tasks: {
      place: [0],
      startedUs: [500],
      waitedUs: [5_000],
      computeFromUs: [6_000],
      computeToUs: [8_000],
      endedUs: [9_000],
    },
    pool: null,
    requests: { row: [0], askedUs: [600], receivedUs: [1_000], begunUs: [1_500], sentUs: [4_000], gotUs: [4_800] },
    failedRows: [],
    leftOutTaskCount: 0,
    leftOutRequestCount: 0,
  });
});

it('begins a task of a worker with its hand-over, and ends it when the main thread has its output', () => {
  const pooled = span(1_004, { worker: 1, handedMs: 1_001, handoverMs: 4, workerFromMs: 1_004, workerToMs: 1_008 });
  expect(kept([{ ...pooled, endedMs: 1_008 }])).toMatchObject({
    tasks: { startedUs: [1_000], endedUs: [9_000] },
    pool: { worker: [1], handedUs: [1_000], fromUs: [4_000], toUs: [8_000] },
  });
});

it('stands in the order in which tasks began, whatever the order in which they ended', () => {
  const late = span(1_003);
  const failed = span(1_001);
  const told = kept([late, failed], (each) => each === failed);
  expect(told?.tasks).toMatchObject({ place: [0, 1], startedUs: [1_000, 3_000] });
  expect(told?.failedRows).toEqual([0]);
});

it('says no worker of a task that failed before it was handed over', () => {
  const pooled = span(1_001, { worker: 0, handedMs: 1_001, workerFromMs: 1_002, workerToMs: 1_003 });
  expect(kept([pooled, span(1_002)])?.pool?.worker).toEqual([0, null]);
});

it('keeps of a long batch the first tasks and the longest of the others, and says how many are missing', () => {
  const spans = Array.from({ length: MOST_TASKS + 10 }, (_, index) =>
    span(1_000 + index / 100, { endedMs: 1_000 + index / 100 + (index === 200 ? 0.5 : 1) }),
  );
  const told = kept(spans);
  expect(told?.leftOutTaskCount).toBe(10);
  expect(told?.tasks.place.slice(0, MOST_TASKS / 2)).toEqual(Array.from({ length: MOST_TASKS / 2 }, (_, at) => at));
  expect(told?.tasks.place).not.toContain(200);
  expect(told?.tasks.place).toEqual([...(told?.tasks.place ?? [])].sort((one, other) => one - other));
});

it('keeps the first eight requests of a task, and says how many are missing', () => {
  const requests = Array.from({ length: 10 * 5 }, (_, index) => 1_000 + index / 10);
  const told = kept([span(1_000, { requests })]);
  expect(told?.requests.row).toEqual(Array(8).fill(0));
  expect(told?.leftOutRequestCount).toBe(2);
});

it('forgets what was long ago', () => {
  const all = new KeptSpans();
  for (let batch = 0; batch < 129; batch++) all.keep(batch, [span(1_000)], nothingFailed, WINDOW);
  expect(all.timelineOf(0)).toBeUndefined();
  expect(all.timelineOf(1)).toBeDefined();
  expect(all.timelineOf(128)).toBeDefined();
});

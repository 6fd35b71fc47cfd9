import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../model/document/timeline.ts';
import type { TimelineTask } from '../../model/report/timeline-report.ts';
import { type ArmWords, documentOf } from '../testing/document-builder.ts';
import { buildTimelines } from './build-timelines.ts';
import { cut, documentWith, PAGES, POOL, type TaskWords, timelineOf, told } from './testing/cut-by-hand.ts';

describe('a task on the main thread', () => {
  it('is handled, on its way and at the server for as long as alone', () => {
    const { tasks } = told({}, { strategyId: 'gather', wallMs: 10 }, [
      timelineOf(10, [{ waited: 10, ended: 10, requests: [[0, 0.4, 0.9, 9.4, 10]] }]),
    ]);
    expect(tasks.map(cut)).toEqual([
      [
        'handling 0–0.2',
        'on the way 0.2–0.4',
        'server queue 0.4–0.9',
        'server 0.9–9.4',
        'on the way 9.4–9.8',
        'handling 9.8–10',
      ],
    ]);
  });

  it('could run while the loop is busy: what is longer than alone, and the loop was busy for so long', () => {
    const timeline = timelineOf(20, [
      { waited: 15, computes: [15, 20], ended: 20, requests: [[0, 0.4, 0.4, 9.4, 15]] },
      { waited: 10, computes: [10, 15], ended: 15, requests: [[0, 0.4, 0.4, 9.4, 10]] },
    ]);
    const busy = told({}, { strategyId: 'gather', wallMs: 20 }, [timeline], { loopUtilizationRatio: 0.55 });
    expect(busy.tasks[0] && cut(busy.tasks[0]).slice(3)).toEqual([
      'on the way 9.4–9.8',
      'loop busy 9.8–14.8',
      'handling 14.8–15',
      'computing here 15–20',
    ]);
    const idle = told({}, { strategyId: 'gather', wallMs: 20 }, [timeline], { loopUtilizationRatio: 0.3 });
    expect(idle.tasks[0] && cut(idle.tasks[0])[4]).toBe('held up 9.8–14.8');
    // Busy by the loop's own clock, which goes on while another program has the processor.
    const reading = timelineOf(15, [{ waited: 15, ended: 15, requests: [[0, 0.4, 0.4, 9.4, 15]] }]);
    const kept = (loopCpuMs: number | null) =>
      told({}, { strategyId: 'gather', wallMs: 15 }, [reading], { loopUtilizationRatio: 0.9, loopCpuMs }).tasks[0];
    const fifth = (loopCpuMs: number | null) => cut(kept(loopCpuMs) as TimelineTask)[4];
    // For 5 ms; four fifths of that are enough.
    expect([3, 4, null].map(fifth)).toEqual(['held up 9.8–14.8', 'loop busy 9.8–14.8', 'loop busy 9.8–14.8']);
    // Nor does anybody else keep a task for which this thread is seen to compute another.
    const primes = timelineOf(20, [
      { computes: [0, 10], ended: 10 },
      { computes: [10, 20], ended: 20 },
    ]);
    const preempted = { loopUtilizationRatio: 1, loopCpuMs: 5 };
    expect(told({}, { strategyId: 'gather', wallMs: 20 }, [primes], preempted).tasks.map(cut)[1]).toEqual([
      'loop busy 0–10',
      'computing here 10–20',
    ]);
  });

  it('is never kept by a loop on which no other task is', () => {
    const timeline = timelineOf(15, [{ waited: 15, ended: 15, requests: [[0, 0.4, 0.4, 9.4, 15]] }]);
    const { tasks } = told({}, { strategyId: 'sequential', wallMs: 15 }, [timeline], { loopUtilizationRatio: 1 });
    // Its way back varies: up to four times what is typical alone is no reason to look for another.
    expect(tasks[0] && cut(tasks[0]).slice(2)).toEqual([
      'server 0.4–9.4',
      'on the way 9.4–11.6',
      'held up 11.6–14.8',
      'handling 14.8–15',
    ]);
  });

  it('is held back before it began, where the strategy limits how many begin', () => {
    const timeline = timelineOf(20, [{ started: 10, waited: 20, ended: 20, requests: [[10, 10.4, 10.4, 19.4, 20]] }]);
    const first = (strategyId: string, more: object = {}) =>
      told({}, { strategyId, wallMs: 20, ...more }, [timeline], { loopUtilizationRatio: 1 }).tasks.map(cut)[0]?.[0];
    expect(first('sequential')).toBe('held back 0–10');
    expect(first('bounded', { concurrency: 2 })).toBe('held back 0–10');
    expect(first('gather')).toBe('loop busy 0–10');
  });

  it('waits elsewhere as long as alone where it sends nothing, and on other threads for their time', () => {
    const timeline = timelineOf(30, [{ waited: 30, ended: 30 }]);
    const timer = told({ task: { ioMs: 20, serverMs: 0, ioCpuMs: 1 }, calibrated: true }, GATHER, [timeline]);
    const native = told({ task: { ioMs: 20, serverMs: 0, ioCpuMs: 1, otherCpuMs: 15 } }, GATHER, [timeline]);
    expect(timer.tasks.map(cut)).toEqual([['computing here 0–1', 'waiting elsewhere 1–20', 'held up 20–30']]);
    expect(native.tasks.map(cut)).toEqual([
      ['computing here 0–1', 'computing elsewhere 1–16', 'waiting elsewhere 16–20', 'held up 20–30'],
    ]);
  });

  it('waits elsewhere for a server that gives no account', () => {
    const document = documentWith({ task: { ioMs: 20, serverMs: 0, ioCpuMs: 1 } }, GATHER, [
      timelineOf(20, [{ waited: 20, ended: 20 }]),
    ]);
    const scenarios = document.scenarios.map((record) => ({
      ...record,
      typicalTasks: record.typicalTasks.map((cost) => ({ ...cost, requestCount: 1 })),
    }));
    const { tasks } = buildTimelines({ ...document, scenarios })[0]?.timelines[0] ?? { tasks: [] };
    expect(tasks.map(cut)).toEqual([['computing here 0–1', 'waiting elsewhere 1–20']]);
  });

  it('that blocks its thread computes, whatever the file calls it, and the next begins after it', () => {
    const blocked = { ioMs: 10, serverMs: 0, ioCpuMs: 10 };
    const timeline = timelineOf(20, [
      { waited: 20, ended: 20 },
      { started: 10, waited: 20, ended: 20 },
    ]);
    const { tasks } = told({ task: blocked }, GATHER, [timeline], { loopUtilizationRatio: 1 });
    expect(tasks.map(cut)).toEqual([
      ['computing here 0–10', 'loop busy 10–20'],
      ['loop busy 0–10', 'computing here 10–20'],
    ]);
  });

  it('of requests at once the one that has come farthest counts', () => {
    const { tasks } = told({}, GATHER, [
      timelineOf(10, [
        {
          waited: 10,
          ended: 10,
          requests: [
            [0, 1, 1, 4, 5],
            [0, 2, 3, 9, 10],
          ],
        },
      ]),
    ]);
    expect(tasks[0] && cut(tasks[0]).filter((part) => part.startsWith('server'))).toEqual(['server 1–9']);
  });
});

const GATHER: ArmWords = { strategyId: 'gather', wallMs: 30 };

describe('a task in a worker', () => {
  const pooled = { worker: 1, handed: 1, from: 4, to: 12 };

  it('queues, computes there, and is on its way back for as long as that takes', () => {
    const { tasks } = told({ kind: 'cpu', task: { computeMs: 8 } }, POOL, [
      timelineOf(13, [{ started: 1, computes: [4.1, 11.9], ended: 13, pooled }]),
    ]);
    expect(tasks.map(cut)).toEqual([
      [
        'held up 0–1',
        'pool queue 1–4',
        'handling 4–4.1',
        'computing in a worker 4.1–11.9',
        'handling 11.9–12',
        'on the way 12–13',
      ],
    ]);
    expect(tasks[0]?.worker).toBe(1);
  });

  it('waits on the main thread first where the strategy has it so', () => {
    const task = { waited: 10, computes: [14, 20], ended: 21, requests: [[0, 0.4, 0.4, 9.4, 10]] } as const;
    const { tasks } = told({}, { strategyId: 'gather+pool', wallMs: 21, threads: 2 }, [
      timelineOf(21, [{ ...task, pooled: { worker: 0, handed: 11, from: 14, to: 20 } }]),
    ]);
    expect(tasks[0] && cut(tasks[0]).slice(2)).toEqual([
      'server 0.4–9.4',
      'on the way 9.4–9.8',
      'handling 9.8–10',
      'held up 10–11',
      'pool queue 11–14',
      'computing in a worker 14–20',
      'on the way 20–21',
    ]);
  });

  it('leaves others idle, and what it does there is what its worker does', () => {
    const { idleWorkers, workerParts } = told({ kind: 'cpu', task: { computeMs: 8 } }, POOL, [
      timelineOf(13, [{ started: 1, computes: [4.1, 11.9], ended: 13, pooled }]),
    ]);
    expect(idleWorkers).toEqual([
      { worker: 0, fromUs: 0, toUs: 13_000 },
      { worker: 1, fromUs: 0, toUs: 4_000 },
      { worker: 1, fromUs: 12_000, toUs: 13_000 },
    ]);
    expect(workerParts.map(({ worker, kind, fromUs, toUs }) => `w${worker} ${kind} ${fromUs}–${toUs}`)).toEqual([
      'w1 handling 4000–4100',
      'w1 computing in a worker 4100–11900',
      'w1 handling 11900–12000',
    ]);
  });

  it('tells of no worker where tasks were left out, and of no more workers than anybody has', () => {
    const timeline = timelineOf(13, [{ started: 1, computes: [4.1, 11.9], ended: 13, pooled }]);
    const { idleWorkers, workerParts } = told({ kind: 'cpu' }, POOL, [{ ...timeline, leftOutTaskCount: 1 }]);
    expect([...idleWorkers, ...workerParts]).toEqual([]);
    const many = told({ kind: 'cpu' }, { ...POOL, threads: 1e9 }, [timeline]).idleWorkers;
    expect(new Set(many.map(({ worker }) => worker)).size).toBe(1_024);
  });
});

describe('whatever a task does', () => {
  const timeline = timelineOf(40, [
    { waited: 10, computes: [10, 14], ended: 14, requests: [[0, 0.4, 0.9, 9.4, 10]] },
    {
      started: 2,
      waited: 20,
      computes: [22, 30],
      ended: 31,
      requests: [
        [2, 5, 6, 12, 13],
        [13, 14, 14, 18, 19],
      ],
    },
    { ended: 40 },
  ]);

  it('its segments follow each other from the start of the batch to its end', () => {
    for (const { segments } of told({}, GATHER, [timeline]).tasks) {
      expect(segments[0]?.fromUs).toBe(0);
      for (const [index, { fromUs, toUs }] of segments.entries()) {
        expect(toUs).toBeGreaterThan(fromUs);
        if (index > 0) expect(fromUs).toBe(segments[index - 1]?.toUs);
      }
    }
    expect(told({}, GATHER, [timeline]).tasks.map(({ segments }) => segments.at(-1)?.toUs)).toEqual([
      14_000, 31_000, 40_000,
    ]);
  });

  it('a sound timeline has no faults', () => expect(told({}, GATHER, [timeline]).faults).toEqual([]));

  it('instants that go back in time are told, and so are two tasks on one thread at once', () => {
    const backwards = timelineOf(10, [{ waited: 9, computes: [4, 6], ended: 10 }]);
    expect(told({}, GATHER, [backwards]).faults).toEqual([
      'The instants of task 1 go back in time by 8000 µs of 10000 µs.',
    ]);
    const twice = timelineOf(10, [
      { waited: 1, computes: [1, 6], ended: 6 },
      { waited: 1, computes: [5, 10], ended: 10 },
    ]);
    expect(told({}, GATHER, [twice]).faults).toEqual(['Two tasks compute on the main thread at once, for 1000 µs.']);
    const worker = (from: number, to: number) => ({ worker: 1, handed: 0, from, to });
    const inWorker = timelineOf(10, [
      { computes: [1, 6], ended: 6, pooled: worker(1, 6) },
      { computes: [5, 10], ended: 10, pooled: worker(5, 10) },
    ]);
    expect(told({}, POOL, [inWorker]).faults).toEqual(['Two tasks compute on worker 2 at once, for 1000 µs.']);
  });
});

describe('the rows that tell most', () => {
  const arm = (strategyId: string, wallMs: number): ArmWords => ({ strategyId, wallMs });
  const arms = [arm('sequential', 40), arm('gather', 12), { ...arm('pool', 22), threads: 2 }];
  const kept = (batchMs: number, task: TaskWords, changes: Partial<Timeline> = {}) =>
    timelineOf(batchMs, [task], changes);
  const telling = (timelines: readonly (readonly Timeline[])[], loopUtilizationRatio = 0.2) => {
    const sample = () => ({ loopUtilizationRatio, loopCpuMs: null });
    const document = documentOf({ scenarios: [{ ...PAGES, arms: arms.map((each) => ({ ...each, sample })) }] });
    const cells = document.cells.map((cell, index) => ({ ...cell, timelines: timelines[index] ?? [] }));
    return buildTimelines({ ...document, cells })[0]?.telling.map(({ name }) => name);
  };

  it('are the reference and the fastest: stairs against a stack', () => {
    expect(telling([[kept(40, { ended: 40 })], [kept(12, { ended: 10 })], [kept(22, { ended: 22 })]])).toEqual([
      'sequential',
      'gather',
    ]);
  });

  it('or the one whose tasks lose most to a busy loop, and the fastest', () => {
    const waits = { started: 6, waited: 10, ended: 10 };
    const timelines = [[kept(40, { ended: 40 })], [kept(22, waits)], [kept(12, { ended: 10 })]];
    expect(telling(timelines, 1)).toEqual(['gather', 'pool w2']);
  });

  it('are of batches that waited for all of their tasks', () => {
    const timelines = [[kept(40, { ended: 40 })], [kept(12, { ended: 10 })], [kept(5, { ended: 22 })]];
    expect(telling(timelines)).toEqual(['sequential', 'gather']);
  });

  it('are fewer where fewer were kept, and never the slowest sample', () => {
    expect(telling([])).toEqual([]);
    expect(telling([[], [kept(12, { ended: 10 }), kept(9, { ended: 9 }, { round: 1, reason: 'slowest' })]])).toEqual([
      'gather',
    ]);
  });
});

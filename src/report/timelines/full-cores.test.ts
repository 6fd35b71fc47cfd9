import { describe, expect, it } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import type { Timeline } from '../../model/document/timeline.ts';
import { buildTimelines } from './build-timelines.ts';
import { cut, documentWith, POOL, type TaskWords, timelineOf, told } from './testing/cut-by-hand.ts';

describe('a task that could run while no core is free', () => {
  const inWorker = (worker: number, from: number, to: number): TaskWords => ({
    ...{ started: 0, computes: [from, to], ended: to + 0.1 },
    pooled: { worker, handed: 0, from, to },
  });
  /** Its message leaves worker 1 at 6 ms and is read at 12; on the way alone it is for 0.1 ms. */
  const late: TaskWords = { ...inWorker(1, 0, 6), ended: 12 };
  const CPU = { kind: 'cpu', task: { computeMs: 6 } } as const;
  const end = (
    tasks: readonly TaskWords[],
    { cpuMs = 24, threads = 2, changes = {} }: { cpuMs?: number; threads?: number; changes?: Partial<Timeline> } = {},
    sample: Partial<Sample> = { loopUtilizationRatio: 0.01 },
  ) => {
    const timeline = timelineOf(20, tasks, changes);
    const { tasks: cutTasks } = told(CPU, { ...POOL, threads }, [timeline], { cpuMs, ...sample });
    return cutTasks[0] && cut(cutTasks[0]).slice(1);
  };

  it('waits for a core for as long as workers compute on all of them', () => {
    const tasks = [late, inWorker(1, 6.5, 11), inWorker(0, 0, 20)];
    expect(end(tasks)).toEqual(['on the way 6–6.5', 'no core free 6.5–11', 'on the way 11–12']);
  });

  it('is on the way where one core was free, or the machine has more', () => {
    expect(end([late, inWorker(0, 0, 20)])).toEqual(['on the way 6–12']);
    const three = [late, inWorker(1, 6, 12), inWorker(0, 0, 20), inWorker(2, 7, 10)];
    expect(end(three, { threads: 3 })).toEqual(['on the way 6–6.1', 'no core free 6.1–12']);
    const timeline = timelineOf(20, three);
    const document = documentWith(CPU, { ...POOL, threads: 3 }, [timeline], { cpuMs: 60, loopUtilizationRatio: 0.01 });
    const onThree = buildTimelines({ ...document, environment: { ...document.environment, coreCount: 3 } });
    expect(onThree[0]?.timelines[0]?.tasks.map(cut)[0]?.slice(1)).toEqual([
      'on the way 6–7',
      'no core free 7–10',
      'on the way 10–12',
    ]);
  });

  it('needs evidence: processor time for as much, every task, and a sample', () => {
    const tasks = [late, inWorker(1, 6, 12), inWorker(0, 0, 20)];
    // Both compute from 0 to 12 ms: 24 ms of processor time, within a hair.
    expect(end(tasks, { cpuMs: 23 })).toContain('no core free 6.1–12');
    expect(end(tasks, { cpuMs: 12 })).toEqual(['on the way 6–12']);
    expect(end(tasks, { changes: { leftOutTaskCount: 1 } })).toEqual(['on the way 6–12']);
    expect(end(tasks, { changes: { round: 999 } })).toEqual(['on the way 6–12']);
  });

  it('waits for the loop where that was busy for as long', () => {
    const tasks = [late, inWorker(1, 6, 12), inWorker(0, 0, 20)];
    expect(end(tasks, {}, { loopUtilizationRatio: 0.6 })).toEqual(['on the way 6–6.1', 'loop busy 6.1–12']);
  });

  it('has the answer, and the main thread has no core: the rest was held up outside', () => {
    const waits: TaskWords = { waited: 19, ended: 20, requests: [[0, 0.4, 0.4, 9.4, 19]] };
    const pooled = { worker: 0, handed: 19, from: 19.2, to: 19.8 };
    // While that thread computes itself, it has one.
    const here: TaskWords = { waited: 9, computes: [16, 18], ended: 18 };
    const timeline = timelineOf(20, [{ ...waits, pooled }, inWorker(0, 2, 15), inWorker(1, 11, 19), here]);
    const { tasks } = told({}, { strategyId: 'gather+pool', wallMs: 20, threads: 2 }, [timeline], {
      ...{ cpuMs: 21, loopUtilizationRatio: 0.05 },
    });
    expect(tasks[0] && cut(tasks[0]).slice(3, 7)).toEqual([
      'on the way 9.4–9.8',
      'held up 9.8–11',
      'no core free 11–15',
      'held up 15–18.8',
    ]);
  });

  it('in a worker, the main thread is among those that compute', () => {
    const pooled = { worker: 0, handed: 0, from: 0, to: 20 };
    const waits: TaskWords = { waited: 20, ended: 20, requests: [[0, 0.4, 0.4, 9.4, 20]], pooled };
    const here: TaskWords = { waited: 10, computes: [10, 18], ended: 18 };
    const timeline = timelineOf(20, [waits, inWorker(1, 8, 16), here]);
    const withNull = { ...timeline, pool: timeline.pool && { ...timeline.pool, worker: [0, 1, null] } };
    const endWith = (cpuMs: number) => {
      const [first] = told({}, { ...POOL, wallMs: 20 }, [withNull], { cpuMs }).tasks;
      return first && cut(first).slice(4);
    };
    expect(endWith(8)).toEqual(['held up 11.6–19.8', 'handling 19.8–20']);
    expect(endWith(16)).toEqual(['no core free 11.6–16', 'held up 16–19.8', 'handling 19.8–20']);
  });
});

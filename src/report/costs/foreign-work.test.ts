// Work that nobody of ours wrote, as its clocks tell it: the kind, the floor, the prediction and the ledger of each, without
// a word of what its file calls its parts.

import { describe, expect, test } from 'vitest';
import type { SideBySide, TaskCost } from '../../model/document/document.ts';
import type { ArmWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, dataOf, quiet } from '../testing/one-scenario.ts';
import { floorOf, hardFloorOf, predictionOf } from './arm-theory.ts';
import { doorOf } from './door.ts';
import { ledgerOf } from './ledger/ledger.ts';
import { workOf } from './work.ts';

const sample = (change: Record<string, number>) => () => change;

function scenario(words: Partial<ScenarioWords> & Pick<ScenarioWords, 'task' | 'arms'>): ScenarioWords {
  return quiet({ id: 'foreign', kind: 'io', taskCount: 8, ...words });
}

/** Eight timers of 10 ms that ask nobody. */
const timers = scenario({
  task: { ioMs: 10, serverMs: 0, ioCpuMs: 0.1 },
  arms: [
    { strategyId: 'sequential', wallMs: 80, sample: sample({ loopUtilizationRatio: 0.01, loopCpuMs: 0.8 }) },
    { strategyId: 'gather', wallMs: 10.5, sample: sample({ loopUtilizationRatio: 0.05, loopCpuMs: 0.5 }) },
    {
      strategyId: 'bounded',
      wallMs: 20.6,
      concurrency: 4,
      sample: sample({ loopUtilizationRatio: 0.02, loopCpuMs: 0.5 }),
    },
  ],
});

/** Eight calls of 5 ms that block their thread inside `io`. */
const blocking = scenario({
  task: { ioMs: 5, serverMs: 0, ioCpuMs: 5 },
  arms: [
    { strategyId: 'sequential', wallMs: 40, sample: sample({ loopUtilizationRatio: 1, loopCpuMs: 40 }) },
    { strategyId: 'gather', wallMs: 40, sample: sample({ loopUtilizationRatio: 1, loopCpuMs: 40, ioMs: 40 }) },
    { strategyId: 'pool', wallMs: 21, threads: 2, sample: sample({ betweenTasksMs: 0.6, idleEndMs: 0.4, unfedMs: 0 }) },
  ],
});

/** Eight keys of 40 ms, each derived on a thread of libuv. */
const probe: SideBySide = {
  ...{ epoch: 0, threads: null, sideCount: 2, aloneMs: 40, togetherMs: 50, travelMs: 0, travelCpuMs: 0 },
};
const libuv = scenario({
  task: { ioMs: 40, serverMs: 0, ioCpuMs: 0.4, otherCpuMs: 39 },
  sideBySide: [probe],
  arms: [
    { strategyId: 'sequential', wallMs: 320, sample: sample({ loopUtilizationRatio: 0.02, loopCpuMs: 3 }) },
    { strategyId: 'gather', wallMs: 201, sample: sample({ loopUtilizationRatio: 0.02, loopCpuMs: 3 }) },
  ],
});

/** Eight requests of 5 ms behind one lock of the process: all arms on the loop take as long. */
const behindLock = (arms: readonly ArmWords[]) =>
  scenario({
    task: { ioMs: 5.6, serverMs: 5, ioCpuMs: 0.2 },
    arms: [{ strategyId: 'sequential', wallMs: 45 }, ...arms],
  });
const heldUp = { loopUtilizationRatio: 0.1, loopCpuMs: 1.6, ioMs: 8 * 25, serverMs: 40, atServerMs: 40 };

describe('the kind of the work', () => {
  test.each([
    ['timers wait', timers, { waitingRatio: 0.99, computingHereRatio: 0.01, computingElsewhereRatio: 0 }],
    ['a blocking call computes here', blocking, { waitingRatio: 0, computingHereRatio: 1, computingElsewhereRatio: 0 }],
    [
      'libuv computes elsewhere',
      libuv,
      { waitingRatio: 0.015, computingHereRatio: 0.01, computingElsewhereRatio: 0.975 },
    ],
  ])('%s', (_, words, shares) => {
    const { contradiction, ...told } = workOf(dataOf(words));
    for (const [name, share] of Object.entries(shares))
      expect(told[name as keyof typeof told], name).toBeCloseTo(share, 2);
    expect(told.waitingRatio + told.computingHereRatio + told.computingElsewhereRatio).toBeCloseTo(1, 9);
    expect(contradiction === null).toBe(words === timers);
  });

  test('a file that says otherwise is told so in one sentence', () => {
    expect(workOf(dataOf(blocking)).contradiction).toBe(
      '`io` computed for 100 % of its time: a blocking call inside an async function. Promise.all cannot overlap it, threads can.',
    );
    expect(workOf(dataOf(libuv)).contradiction).toMatch(
      /^`io` waited for other threads of its process, which computed for 9[78] %/,
    );
    const sleeps = { computeWallMs: 10, computeCpuMs: 0.1 };
    const data = dataOf({ ...blocking, kind: 'cpu', task: { computeMs: 10 } });
    const asleep = { ...data, cheapestTotals: data.cheapestTotals && { ...data.cheapestTotals, ...sleeps } };
    expect(workOf(asleep).contradiction).toMatch(/^`cpu` held its thread for 99 % of its time without computing/);
  });

  test('is what the file says where nothing was measured', () => {
    expect(workOf(dataOf({ ...blocking, calibrated: false }))).toMatchObject({ waitingRatio: 1, contradiction: null });
  });
});

describe('floors and predictions', () => {
  const figures = (words: ScenarioWords, name: string) => {
    const data = dataOf(words);
    const arm = armNamed(name, data);
    return { floorMs: floorOf(arm, data), predictedMs: predictionOf(arm, data) };
  };

  test('of timers: the longest alone when gathered, two turns of four with a limit', () => {
    expect(figures(timers, 'sequential').floorMs).toBeCloseTo(80, 6);
    expect(figures(timers, 'gather').floorMs).toBeCloseTo(9.9 + 0.5 / 2, 6);
    expect(figures(timers, 'gather').predictedMs).toBeGreaterThan(10);
    expect(figures(timers, 'gather').predictedMs).toBeLessThan(11);
    expect(figures(timers, 'bounded c4').floorMs).toBeCloseTo(2 * (9.9 + 0.0625 / 2), 6);
  });

  test('of a blocking call: all of it on one thread, half of it on two', () => {
    expect(figures(blocking, 'gather').floorMs).toBeCloseTo(40, 6);
    expect(figures(blocking, 'gather').predictedMs).toBeCloseTo(40, 6);
    expect(figures(blocking, 'pool w2').floorMs).toBeCloseTo(20, 6);
  });

  test('of work elsewhere: what two at once were seen to gain, and never more than the cores for what must hold', () => {
    const gain = (2 * 40) / 50;
    expect(figures(libuv, 'gather').floorMs).toBeCloseTo((8 * 39) / gain, 6);
    expect(figures(libuv, 'gather').predictedMs).toBeCloseTo((8 * 39) / gain, 6);
    expect(hardFloorOf(armNamed('gather', dataOf(libuv)), dataOf(libuv))).toBeCloseTo((8 * 39) / 2, 6);
  });
});

test('handing over costs what it costs the arms that do it task after task, not what one message alone does', () => {
  const alone = { epoch: 0, threads: 2, sideCount: 2, aloneMs: 5, togetherMs: 5, travelMs: 2, travelCpuMs: 2 };
  const [sequential, gather, pool] = blocking.arms as [ArmWords, ArmWords, ArmWords];
  const predicted = (loopCpuMs: number | null) => {
    const arms = [sequential, gather, { ...pool, sample: () => ({ ...pool.sample?.({} as never), loopCpuMs }) }];
    const data = dataOf({ ...blocking, sideBySide: [alone], arms }, { environment: { coreCount: 2 }, preflight: null });
    return predictionOf(armNamed('pool w2', data), data);
  };
  // Eight tasks of 5 ms on two cores, and 0.2 ms of the main thread for each; 2 ms for one way.
  expect(predicted(1.6)).toBeCloseTo((8 * 5.2) / 2 + 2, 6);
  expect(predicted(null)).toBeCloseTo((8 * 7) / 2 + 2, 6);
});

describe('a door outside', () => {
  const gathered: ArmWords = { strategyId: 'gather', wallMs: 45.2, sample: sample(heldUp) };

  test('is counted from what got through at once', () => {
    const data = dataOf(behindLock([gathered]));
    expect(doorOf(data)).toEqual({ slotCount: 1, at: 'outside' });
    expect(predictionOf(armNamed('gather', data), data)).toBeCloseTo(8 * 5.6, 0);
    expect(floorOf(armNamed('gather', data), data)).toBeGreaterThan(0.9 * 45.2);
    const four = dataOf(behindLock([{ ...gathered, wallMs: 12 }]));
    expect(doorOf(four)?.slotCount).toBe(4);
  });

  test.each([
    ['the batch is hardly longer than its longest task', { wallMs: 7.4 }, {}],
    ['the loop was busy meanwhile', {}, { loopUtilizationRatio: 0.6 }],
    ['handling so many requests takes as long', { wallMs: 8.5 }, { loopUtilizationRatio: 0.4, loopCpuMs: 3 }],
    ['the server accounts for it', {}, { serverMs: 60 }],
  ])('is not told where %s', (_, arm, change) => {
    const data = dataOf(behindLock([{ ...gathered, ...arm, sample: sample({ ...heldUp, ...change }) }]));
    expect(doorOf(data)).toBeNull();
  });

  test('is not told where the server computes each answer', () => {
    const computed = behindLock([gathered]);
    expect(doorOf(dataOf({ ...computed, task: { ...computed.task, serverCpuMs: 2.4 } }))?.slotCount).toBe(1);
    expect(doorOf(dataOf({ ...computed, task: { ...computed.task, serverCpuMs: 2.6 } }))).toBeNull();
  });

  /** Requests that wait this long each; alone they take 0.6 ms beside it. */
  const uneven = (arms: readonly ArmWords[]) => {
    const data = dataOf(behindLock(arms));
    const tasks = [3, 3, 17, 28, 7, 3, 27, 3].map((serverMs, index) => {
      return { ...(data.tasks[index] as TaskCost), serverMs, ioMs: serverMs + 0.6, wallMs: serverMs + 0.6 };
    });
    const totals = data.totals && { ...data.totals, serverMs: 91, wallMs: 96, ioMs: 96 };
    return { ...data, tasks, cheapestTasks: tasks, totals };
  };
  // In this order three at a time wait for 40 ms, though a third of all is 30.
  const limited: ArmWords = { strategyId: 'bounded', concurrency: 3, wallMs: 46, sample: sample(heldUp) };

  test('is not told of a limit that makes the last of uneven tasks late', () => {
    expect(doorOf(uneven([limited]))).toBeNull();
    expect(doorOf(uneven([{ ...limited, wallMs: 70 }]))).toEqual({ slotCount: 2, at: 'outside' });
    const data = uneven([limited]);
    const ledger = ledgerOf(armNamed('bounded c3', data), data) ?? [];
    const msOf = (part: string) => ledger.find(({ name }) => name === part)?.ms ?? 0;
    expect(msOf('held up outside')).toBeLessThan(2);
    expect(msOf('held back by the limit')).toBeGreaterThan(10);
  });

  test('is refuted by an arm that got more through at once', () => {
    const open: ArmWords = { strategyId: 'gather', wallMs: 30, sample: sample(heldUp) };
    expect(doorOf(uneven([{ ...limited, wallMs: 70 }, open]))).toBeNull();
    expect(
      doorOf(
        uneven([
          { ...limited, wallMs: 70 },
          { ...open, wallMs: 71 },
        ]),
      )?.slotCount,
    ).toBe(2);
  });

  test('is the one that the file asks for, where it does', () => {
    const data = dataOf({ ...behindLock([gathered]), fixture: { inServiceLimit: 3, processes: 2 } });
    expect(doorOf(data)).toEqual({ slotCount: 6, at: 'server' });
  });
});

describe('the ledger', () => {
  const parts = (words: ScenarioWords, name: string) => {
    const data = dataOf(words);
    const ledger = ledgerOf(armNamed(name, data), data) ?? [];
    const totalMs = ledger.reduce((sum, { ms }) => sum + ms, 0);
    expect(totalMs).toBeCloseTo(armNamed(name, data).wallQuantileMs(0.5), 6);
    return Object.fromEntries(ledger.map(({ name: part, shareRatio }) => [part, Number(shareRatio.toFixed(2))]));
  };

  test('of waiting: for the slowest, one after another, or because of the limit', () => {
    expect(parts(timers, 'sequential')).toMatchObject({
      'waiting one after another': 0.87,
      'waiting for the slowest': 0.12,
    });
    expect(parts(timers, 'gather')).toMatchObject({ 'waiting for the slowest': 0.94, 'work on the loop': 0.05 });
    expect(parts(timers, 'bounded c4')).toMatchObject({
      'held back by the limit': 0.48,
      'waiting for the slowest': 0.48,
    });
  });

  test('of a blocking call is computing, on the loop and in workers', () => {
    expect(parts(blocking, 'gather')).toEqual({ computing: 1 });
    expect(parts(blocking, 'pool w2')).toMatchObject({
      computing: 0.95,
      'hand-over to threads': 0.03,
      'idle workers': 0.02,
    });
  });

  test('of work elsewhere says so', () => {
    expect(parts(libuv, 'gather')).toMatchObject({ 'computing on other threads of the process': 0.98 });
  });

  test('names nobody for what was held up, and the server where its own account grew', () => {
    const gathered = (change: Record<string, number>) =>
      behindLock([{ strategyId: 'gather', wallMs: 45.2, sample: sample({ ...heldUp, ...change }) }]);
    expect(parts(gathered({}), 'gather')).toMatchObject({ 'held up outside': 0.78 });
    const slow = parts(gathered({ serverMs: 8 * 25, atServerMs: 45 }), 'gather');
    expect(slow).toMatchObject({ 'server slower than alone': 0.78 });
    expect(slow).not.toHaveProperty('held up outside');
  });

  test('names other programs where they had the processor, and a blocked loop where nobody had', () => {
    const busy = (change: Record<string, number>) => ({
      ...blocking,
      arms: [
        { strategyId: 'sequential', wallMs: 60, sample: sample({ loopUtilizationRatio: 1, loopCpuMs: 40, ...change }) },
      ],
    });
    expect(parts(busy({ foreignCores: 0.9 }), 'sequential')).toEqual({ computing: 0.67, 'other programs': 0.33 });
    expect(parts(busy({ foreignCores: 0 }), 'sequential')).toEqual({ computing: 0.67, 'loop blocked': 0.33 });
  });

  test('is not there where the file does not tell threads apart, or tells of no task alone', () => {
    const data = dataOf({ ...timers, calibrated: false });
    expect(ledgerOf(armNamed('gather', data), data)).toBeNull();
    const untold = dataOf({
      ...timers,
      arms: [{ strategyId: 'gather', wallMs: 10, sample: () => ({ loopCpuMs: null }) }],
    });
    expect(ledgerOf(armNamed('gather', untold), untold)).toBeNull();
  });
});

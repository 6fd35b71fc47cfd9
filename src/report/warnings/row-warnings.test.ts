// What a reader should know about one arm although its numbers stand: each at its border, with its figures.

import { describe, expect, it } from 'vitest';
import type { Sample, Warmup } from '../../model/document/document.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { withMedians } from '../testing/one-story.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { rowWarnings } from './row-warnings.ts';

function told(
  sample: (sample: Sample) => Partial<Sample>,
  scenario: ScenarioWords = downloadPages,
  change: { warmupCount?: number; warmups?: readonly Warmup[] } = {},
) {
  const data = dataOf(quiet(changed(scenario, 'gather', { sample, ...change })));
  return rowWarnings(armNamed('gather', data), data);
}
const codes = (...words: Parameters<typeof told>) => told(...words).map(({ code }) => code);

it('an ordinary row has none', () => {
  expect(codes(() => ({}))).toEqual([]);
  expect(codes(() => ({}), countPrimes)).toEqual([]);
});

it('what may be left of a set-up is told', () => {
  const teardownFailure = { code: 'TEARDOWN_THREW', message: '`teardown` threw: gone' };
  const data = dataOf(quiet(changed(downloadPages, 'gather', { teardownFailure })));
  expect(rowWarnings(armNamed('gather', data), data)).toMatchObject([
    { code: 'not-torn-down', message: 'what was set up may still be there: `teardown` threw: gone.' },
  ]);
});

describe('two groups of times', () => {
  const scenario = { ...downloadPages, roundCount: 60 };
  const humps = ({ round }: Sample) => ({ wallMs: (round % 2 ? 100 : 50) + (round % 10) / 10 });

  it('are told with the valley between them', () => {
    const [warning] = told(humps, scenario);
    expect(warning).toMatchObject({
      code: 'multimodal',
      remedy: expect.stringContaining('samples in the result file'),
    });
    const valleyMs = Number(/split at (\d+\.\d) ms; the median describes neither/.exec(warning?.message ?? '')?.[1]);
    expect(valleyMs).toBeGreaterThan(51);
    expect(valleyMs).toBeLessThan(100);
  });
});

describe('cold rounds', () => {
  const cold = (count: number) => (sample: Sample) => ({ connectCount: sample.round < count ? 3 : 0 });

  it('are counted', () => {
    expect(told(cold(2))).toEqual([
      {
        code: 'cold-rounds',
        message: '2 of 30 rounds opened a connection.',
        remedy: 'Its slowest rounds may be those.',
      },
    ]);
    expect(codes(cold(0))).toEqual([]);
  });

  it('mean nothing where the work only computes, or the arm was never warm', () => {
    expect(codes(cold(2), countPrimes)).toEqual([]);
    expect(codes(cold(2), downloadPages, { warmupCount: 0 })).toEqual([]);
  });
});

describe('a warm-up that was too short', () => {
  const falling = (...ratios: (number | null)[]) =>
    ratios.map((stillFallingRatio, epoch) => ({
      ...{ batchCount: 20 + epoch, spentMs: 300 + epoch, stillFallingRatio },
      settled: stillFallingRatio === null ? null : stillFallingRatio <= 0.02,
    }));
  const warnings = (...ratios: (number | null)[]) =>
    told(() => ({}), downloadPages, { warmups: falling(...ratios) }).filter(({ code }) => code === 'not-warm');

  it('is told with what the last half still gained, and which way that errs', () => {
    expect(warnings(0.01, 0.062, 0.08)).toEqual([
      {
        code: 'not-warm',
        message:
          'after 21 batches of warm-up (301 ms) its times were still falling, by 6 % from one half to the next: its time may be too high by as much or more, and its speed-up may be too low.',
        remedy: 'Warm each arm up for longer with --warmup, and a larger --budget or fewer --epochs to pay for it.',
      },
    ]);
  });

  it('is not what noise does, nor what nobody could tell', () => {
    expect(warnings(0.03, 0.03, 0.2)).toEqual([]);
    expect(warnings(-0.2)).toEqual([]);
    expect(warnings(null, null)).toEqual([]);
    expect(warnings(null, 0.05)).toHaveLength(1);
  });

  it('is told where there was hardly any, too', () => {
    const short = (spentMs: number, batchCount: number, scenario = countPrimes) =>
      told(() => ({}), scenario, { warmups: [{ batchCount, spentMs, settled: null, stillFallingRatio: null }] });
    expect(short(99, 4)[0]?.message).toBe(
      'the budget allowed 4 batches of warm-up (99 ms) only: its time may be too high, and its speed-up may be too low.',
    );
    expect(short(20, 1)[0]?.message).toMatch(/^the budget allowed 1 batch of warm-up/);
    expect(short(100, 4)).toEqual([]);
    expect(short(299, 9, downloadPages)).toHaveLength(1);
    expect(short(300, 9, downloadPages)).toEqual([]);
  });

  it('of the reference makes the others look better than they are', () => {
    const data = dataOf(quiet(changed(downloadPages, 'sequential', { warmups: falling(0.05) })));
    const [warning] = rowWarnings(armNamed('sequential', data), data);
    expect(warning?.message).toContain('and the speed-ups of the others may be too high.');
  });
});

describe('a wide spread', () => {
  // Five rounds: the quartiles are the second and the fourth, the median the third.
  const spread = (low: number, high: number) => (sample: Sample) => ({
    wallMs: [low, low, 100, high, high][sample.round] ?? 100,
  });
  const five = { ...downloadPages, roundCount: 5 };

  it('is more than a quarter of the median', () => {
    expect(told(spread(80, 106), five)).toEqual([
      {
        code: 'wide-spread',
        message: 'the middle half of its rounds spans 26 % of the median.',
        remedy: 'Close other programs or raise --rounds.',
      },
    ]);
    expect(codes(spread(80, 105), five)).toEqual([]);
  });

  it('is not told of fewer than five rounds', () => {
    expect(codes(spread(10, 300), { ...downloadPages, roundCount: 4 })).toEqual([]);
  });
});

describe('an unsteady kernel', () => {
  const remedy = expect.stringContaining('quieter machine or more rounds');
  const OWN_MS = 193.6; // that of the reference
  const drifting = ({ round }: Pick<Sample, 'round'>) => ({ cpuMs: OWN_MS * (0.95 + 0.1 * (round / 29)) });
  const varying = ({ round }: Sample) => ({ cpuMs: OWN_MS * (round % 2 ? 0.9 : 1.1) });

  it('drifts by the rise from the first to the last round', () => {
    expect(told(drifting, countPrimes)).toEqual([
      { code: 'unsteady-kernel', message: 'CPU time of the computing drifted by 10 %.', remedy },
    ]);
    expect(told(({ round }) => drifting({ round: 29 - round }), countPrimes)[0]?.message).toMatch(/drifted by 10 %/);
  });

  it('or varies by its standard deviation', () => {
    expect(told(varying, countPrimes)).toEqual([
      { code: 'unsteady-kernel', message: 'CPU time of the computing varies by 10 %.', remedy },
    ]);
  });

  it('is looked for only where all CPU time is computing, in five rounds or more that used any', () => {
    expect(codes(varying, { ...countPrimes, kind: 'mixed' })).toEqual([]);
    expect(codes(varying, { ...countPrimes, roundCount: 5 })).toEqual(['unsteady-kernel']);
    expect(codes(varying, { ...countPrimes, roundCount: 4 })).toEqual([]);
    const unread = ({ round }: Sample) => ({ cpuMs: round < 10 ? 0 : OWN_MS });
    expect(codes(unread, countPrimes)).toEqual([]);
  });

  it('is found in a long run from rounds spread evenly over all of it', () => {
    const long = { ...countPrimes, roundCount: 960 };
    const rising = ({ round }: Sample) => ({ cpuMs: OWN_MS * (0.95 + 0.1 * (round / 959)) });
    expect(told(rising, long)[0]?.message).toMatch(/drifted by 10 %/);
    // Of 960 rounds every fourth is looked at: the others may do as they like.
    const between = ({ round }: Sample) => ({ cpuMs: OWN_MS * ([1, 0.85, 1.15, 1][round % 4] ?? 1) });
    expect(codes(between, long)).toEqual([]);
    expect(codes(between, { ...long, roundCount: 240 })).toEqual(['unsteady-kernel']);
  });
});

describe('unclear CPU time', () => {
  const data = dataOf(quiet(countPrimes));
  const held = (ratio: number, name = 'gather') => {
    const arm = armNamed(name, data);
    return rowWarnings(arm, { ...data, cpuRatios: new Map([[arm, { ratio, low: 0.5, high: 2 }]]) });
  };

  it('is more than 5 % from the reference', () => {
    expect(held(1.06)).toEqual([
      {
        code: 'unclear-cpu',
        message: "its CPU time is 1.06 times the reference's, expected 1.00 ± 0.05, but too noisy to tell.",
        remedy: 'Run again with more rounds before comparing it.',
      },
    ]);
    expect(held(0.94).map(({ code }) => code)).toEqual(['unclear-cpu']);
    expect(held(1.04)).toEqual([]);
    expect(held(0.96)).toEqual([]);
  });

  it('is not asked of the placebo, nor where there is none to compare', () => {
    expect(held(1.5, 'placebo')).toEqual([]);
    expect(rowWarnings(armNamed('gather', data), { ...data, cpuRatios: new Map() })).toEqual([]);
  });
});

describe('no overlap', () => {
  const data = dataOf(quiet(downloadPages));
  const alone = (name: string, change: Partial<Arm> = {}, on: ScenarioData = data, inFlightMean = 1.1) => {
    const arm = withMedians(armNamed(name, on), { inFlightMean });
    return rowWarnings({ ...arm, ...change }, on);
  };
  const found = (...words: Parameters<typeof alone>) => alone(...words).some(({ code }) => code === 'no-overlap');

  it('is told with what was under way and what might have been', () => {
    expect(alone('gather')).toEqual([
      {
        code: 'no-overlap',
        message: 'only 1.1 tasks were under way at a time although it may start 20.',
        remedy: 'Look for an await that starts the next task only when the last has ended.',
      },
    ]);
    expect(alone('bounded c10')[0]?.message).toMatch(/although it may start 10\.$/);
    expect(alone('bounded c10', { concurrency: 50 })[0]?.message).toMatch(/although it may start 20\.$/);
  });

  it('is below 1.2 tasks under way', () => {
    expect(found('gather', {}, data, 1.19)).toBe(true);
    expect(found('gather', {}, data, 1.2)).toBe(false);
  });

  it('is no fault of arms that may hardly overlap', () => {
    expect(found('sequential')).toBe(false);
    expect(found('gather', { shape: null })).toBe(false);
    expect(found('bounded c10', { concurrency: 2 })).toBe(false);
    expect(found('bounded c10', { concurrency: 3 })).toBe(true);
    expect(found('pool w2')).toBe(false);
    expect(found('pool w2', { threads: 3 })).toBe(true);
    const { cell } = armNamed('gather', data);
    expect(found('gather', { cell: { ...cell, taskCount: 2 } })).toBe(false);
    expect(found('gather', { cell: { ...cell, taskCount: 3 } })).toBe(true);
  });

  it('nor of work that mostly computes, or whose costs are unknown', () => {
    const costs = (task: ScenarioWords['task'], words: Partial<ScenarioWords> = {}) =>
      found('gather', {}, dataOf(quiet({ ...downloadPages, task, ...words })));
    expect(costs({ ioMs: 10, serverMs: 10, computeMs: 9 })).toBe(true);
    expect(costs({ ioMs: 10, serverMs: 10, computeMs: 10 })).toBe(false);
    // Whatever the file calls it, a blocking call overlaps nothing by its nature.
    expect(costs({ ioMs: 10, serverMs: 0, ioCpuMs: 9 })).toBe(false);
    expect(costs({ ioMs: 10, serverMs: 10 }, { calibrated: false })).toBe(false);
  });
});

describe('a peer that says no', () => {
  it('is named with how often, and with what it did on purpose', () => {
    const [warning] = told(({ round }) => (round < 3 ? { refusedCount: 4, faultCount: round === 0 ? 2 : 0 } : {}));
    expect(warning).toMatchObject({
      code: 'refused',
      message:
        'the fixture server refused 12 requests (over its rate, its queue or its connections) and failed 2 on purpose over 600 tasks.',
    });
    expect(warning?.remedy).toMatch(/fewer tasks under way are refused less/);
    const [failed] = told(() => ({ faultCount: 1 }));
    expect(failed?.message).toBe('the fixture server failed 30 on purpose over 600 tasks.');
    expect(failed?.remedy).toBe('What tasks do after a failure is part of these times.');
  });

  it('is asked again: more requests than the same tasks send alone', () => {
    expect(told(() => ({ requestCount: 22 }))).toMatchObject([
      { code: 'retried', message: 'it sent 22 requests a batch where single tasks send 20 in all.' },
    ]);
    expect(codes(() => ({ requestCount: 21 }))).toEqual([]);
    expect(codes(() => ({ requestCount: null }))).toEqual([]);
    // Alone the failing one was not counted to its end.
    expect(codes(() => ({ requestCount: 22, failedCount: 1 }))).not.toContain('retried');
    expect(codes(() => ({ requestCount: 40 }), countPrimes)).toEqual([]);
  });
});

// A history tells of itself whether it may judge: each answer from a history that is made for it.

import { describe, expect, it } from 'vitest';
import type { HistoryRun } from '../../model/document/history-run.ts';
import { documentOf } from '../testing/document-builder.ts';
import { pastRuns } from '../testing/past-runs.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { buildHealth } from './build-health.ts';
import { newestOfEachKind } from './newest-of-each-kind.ts';

const document = documentOf({ scenarios: [downloadPages, countPrimes] });
const calm = pastRuns(document, { count: 30 });
const health = (runs: readonly HistoryRun[], brokenCount = 0) => buildHealth(runs, { marginRatio: 0.03, brokenCount });

/** The same runs with a factor on the cells of some of them, by their place. */
const scaled = (runs: readonly HistoryRun[], factorOf: (index: number, strategyId: string) => number) =>
  runs.map((run, index) => ({
    ...run,
    cells: run.cells.map((cell) => ({
      ...cell,
      medianMs: cell.medianMs && cell.medianMs * factorOf(index, cell.key.strategyId),
    })),
  }));

describe('a calm history', () => {
  it('may judge, and says what it finds and how its verdicts turned out', () => {
    const told = health(calm, 1);
    expect(told).toMatchObject({
      trust: 'yes',
      runCount: 30,
      brokenCount: 1,
      likeCount: 30,
      kind: 'Example CPU @ 2.50GHz, 2 cores, node v26, linux 6 x64, full',
      otherKinds: [],
      placebo: { count: 60, alarmCount: 0 },
      replay: { runCount: 20, verdictCount: 160 },
    });
    expect(told.sentence).toMatch(
      /^Yes: it finds a slow-down of \d+ % nine times in ten .* of 160 verdicts on past runs \d/,
    );
    expect(told.cells).toHaveLength(8);
    expect(
      told.cells.every(({ pastCount, detectableRatio }) => pastCount === 20 && (detectableRatio ?? 0) > 1.03),
    ).toBe(true);
    const found = told.cells.map(({ detectableRatio }) => detectableRatio ?? 0);
    expect(found).toEqual(found.toSorted((one, other) => other - one));
  });

  it('does so in whatever order its runs come', () => {
    expect(health(calm.toReversed())).toEqual(health(calm));
  });
});

describe('not yet', () => {
  it.each([
    [0, 'Not yet: there are no runs; `overlap baseline add` keeps one.'],
    [1, 'Not yet: a verdict needs 10 past runs of this machine with these settings, and there is 1.'],
    [9, 'Not yet: a verdict needs 10 past runs of this machine with these settings, and there are 9.'],
    [19, 'Not yet: verdicts are given, but 1 more run is needed to see how they turn out.'],
  ])('with %i runs', (count, sentence) => {
    expect(health(calm.slice(0, count))).toMatchObject({ trust: 'not yet', sentence });
  });

  it('on a machine that does not name its CPU', () => {
    const nameless = calm.map((run) => ({ ...run, environment: { ...run.environment, cpuModel: 'unknown' } }));
    expect(health(nameless).sentence).toMatch(/^Not yet: the newest run does not name its CPU/);
  });

  it('where most runs are of other machines or settings, which are counted apart', () => {
    const others = calm.map((run, index) => {
      if (index >= 25) return run;
      if (index % 2 === 0) return { ...run, environment: { ...run.environment, coreCount: 4 } };
      return { ...run, settings: { ...run.settings, profile: 'quick' as const } };
    });
    const told = health(others);
    expect(told).toMatchObject({ trust: 'not yet', runCount: 30, likeCount: 5 });
    expect(told.otherKinds.map(({ runCount }) => runCount)).toEqual([13, 12]);
  });
});

describe('no', () => {
  it('where second copies of an arm are called different', () => {
    const odd = calm.map((run, index) => ({
      ...run,
      placebos: run.placebos.map((each) => (index % 6 === 0 ? { ...each, verdict: 'slower' as const } : each)),
    }));
    expect(health(odd)).toMatchObject({ trust: 'no', placebo: { count: 60, alarmCount: 10 } });
    expect(health(odd).sentence).toMatch(/^No: within one run, a second copy .* different 10 times of 60/);
  });

  it('where alarms come and go', () => {
    const jumps = scaled(calm, (index) => (index === 14 || index === 21 ? 1.8 : 1));
    const told = health(jumps);
    expect(told.trust).toBe('no');
    expect(told.sentence).toMatch(/were alarms that the next run did not repeat/);
    expect(told.replay).toMatchObject({
      regressedCount: 16,
      improvedCount: 0,
      passingCount: 16,
      alarmedRunCount: 2,
      overlapRatio: 0,
    });
  });

  it('but not for one slow day, which is many cells at once', () => {
    expect(health(scaled(calm, (index) => (index === 14 ? 1.8 : 1))).trust).toBe('yes');
  });

  it('nor for a change that was merged, which stays', () => {
    const merged = scaled(calm, (index, strategyId) => (index >= 20 && strategyId === 'gather' ? 1.8 : 1));
    const told = health(merged);
    expect(told.trust).toBe('yes');
    expect(told.replay.regressedCount).toBeGreaterThan(2);
    expect(told.replay.passingCount).toBeLessThan(told.replay.regressedCount);
    expect(told.replay.overlapRatio).toBeGreaterThan(0.3);
  });

  it('where runs differ so much that twice the time would pass', () => {
    expect(health(pastRuns(document, { count: 30, spread: 0.5 })).sentence).toMatch(
      /^No: runs differ so much that half of the cells would let a slow-down of \d+ % pass; `overlap gate`/,
    );
  });
});

it('a slow trend is drift, one of chance is none', () => {
  const rising = scaled(calm, (index, strategyId) => (strategyId === 'pool' ? 1.02 ** index : 1));
  const drifting = health(rising).cells.filter(({ driftRatio }) => driftRatio !== null);
  expect(drifting.map(({ name }) => name)).toEqual(['pool w2', 'pool w2']);
  for (const { driftRatio } of drifting) {
    expect(driftRatio).toBeGreaterThan(1.3);
    expect(driftRatio).toBeLessThan(1.65);
  }
  expect(health(calm).cells.filter(({ driftRatio }) => driftRatio !== null)).toEqual([]);
});

it('what is kept of a history are the newest runs of each kind, so that a rare one is not crowded out', () => {
  const runs = calm.map((run, index) => ({
    run: index < 3 ? { ...run, environment: { ...run.environment, coreCount: 4 } } : run,
  }));
  const kept = newestOfEachKind(runs, 10);
  expect(runs.flatMap((each, index) => (kept.has(each) ? [index] : []))).toEqual([
    ...[0, 1, 2],
    ...Array.from({ length: 10 }, (_, index) => 20 + index),
  ]);
});

// Each test breaks exactly one thing and sees the number blanked with the reason.

import { describe, expect, it } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import type { Row } from '../../model/report/report.ts';
import { buildReport } from '../build-report.ts';
import { type ArmWords, documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { changed } from '../testing/one-scenario.ts';
import { countPrimes, downloadPages, serverComputes } from '../testing/sample-documents.ts';
import { auditRules } from './registry.ts';

/** The row of a strategy after changing its arm. */
function rowWith(scenario: ScenarioWords, strategyId: string, change: Partial<ArmWords>, complete = true): Row {
  const report = buildReport(documentOf({ scenarios: [changed(scenario, strategyId, change)], complete }));
  const row = report.scenarios[0]?.rows.find(({ key, placebo }) => key.strategyId === strategyId && !placebo);
  if (row === undefined) throw new Error(`no row for ${strategyId}`);
  return row;
}

function expectBlanked(row: Row, auditId: string, reason: RegExp): void {
  expect(row.audits.filter(({ passed }) => !passed).map(({ id }) => id)).toContain(auditId);
  expect(row.reason).toMatch(reason);
  expect(row.status).toBe('completed');
  const numbers = [row.medianMs, row.p95Ms, row.speedup, row.floorMs, row.predictedMs, row.ofOwnFloorRatio, row.cpuMs];
  expect(numbers.every((number) => number === null)).toBe(true);
  expect(row.verdict).toBeNull();
}

const factor = (fields: (keyof Sample)[], ratio: number) => (sample: Sample) =>
  Object.fromEntries(fields.map((field) => [field, Number(sample[field]) * ratio]));

describe('an honest run', () => {
  it.each([downloadPages, countPrimes, serverComputes])('passes every audit: $id', (scenario) => {
    const rows = buildReport(documentOf({ scenarios: [scenario] })).scenarios.flatMap((report) => report.rows);
    expect(rows.flatMap(({ audits }) => audits.filter(({ passed }) => !passed))).toEqual([]);
    expect(rows.filter(({ status }) => status === 'completed').every(({ medianMs }) => medianMs !== null)).toBe(true);
  });

  it('asks every audit of at least one row', () => {
    const report = buildReport(documentOf({ scenarios: [downloadPages, countPrimes] }));
    const asked = new Set(
      report.scenarios.flatMap(({ rows }) => rows).flatMap(({ audits }) => audits.map(({ id }) => id)),
    );
    expect([...asked].sort()).toEqual(auditRules.map(({ id }) => id).sort());
  });
});

describe('a broken run is blanked', () => {
  it('sample-count: a sample is lost', () => {
    const row = rowWith(downloadPages, 'gather', { lostRounds: [7] });
    expectBlanked(row, 'sample-count', /29 samples for 30 rounds; round 7 has none/);
  });

  it('sample-count: a task did not run', () => {
    const row = rowWith(downloadPages, 'gather', {
      sample: ({ round }) => ({ completedCount: round === 4 ? 19 : 20 }),
    });
    expectBlanked(row, 'sample-count', /round 4 completed 19 of 20 tasks/);
  });

  it('sample-count: a schedule that stopped waiting at a failure, of which no other law is asked', () => {
    const gaveUp = { sample: () => ({ completedCount: 0, failedCount: 1, wallMs: 0.5 }) };
    const row = rowWith({ ...downloadPages, allowFailures: true }, 'gather', gaveUp);
    expectBlanked(
      row,
      'sample-count',
      /completed 0 and failed 1 of 20 tasks: it stopped waiting at the first failure$/,
    );
    expect(row.audits).toHaveLength(1);
    expect(rowWith(downloadPages, 'gather', gaveUp).reason).not.toContain('it stopped waiting');
  });

  it('sample-count: a round counts twice', () => {
    const row = rowWith(downloadPages, 'gather', { sample: ({ round }) => ({ round: round === 5 ? 4 : round }) });
    expectBlanked(row, 'sample-count', /counts twice/);
  });

  it('sample-count forgives what an arm sat out by plan, and nothing else', () => {
    const rested = { restedRounds: [5, 6, 7, 9] };
    const row = rowWith(downloadPages, 'sequential', rested);
    expect(row.reason).toBeNull();
    expect(row.audits.find(({ id }) => id === 'sample-count')?.detail).toMatch(
      /^26 samples .* all accounted for; 4 rounds went on without it, by plan$/,
    );
    const lost = rowWith(downloadPages, 'sequential', { ...rested, lostRounds: [8] });
    expectBlanked(lost, 'sample-count', /25 samples for 26 rounds; round 8 has none/);
  });

  it('sample-count forgives the last round of an interrupted run', () => {
    expect(rowWith(downloadPages, 'gather', { lostRounds: [29] }, false).reason).toBeNull();
    expect(rowWith(downloadPages, 'gather', { lostRounds: [29] }).reason).not.toBeNull();
  });

  it('digest: the outputs differ', () => {
    expectBlanked(
      rowWith(downloadPages, 'gather', { outputDigest: 'ffff' }),
      'digest',
      /digest ffff, expected a1b2c3d4/,
    );
  });

  it('little: the gauge and the task times disagree', () => {
    const row = rowWith(downloadPages, 'gather', { sample: factor(['inFlightMean'], 0.8) });
    expectBlanked(row, 'little', /task time over makespan/);
  });

  it('little: tasks that were never timed', () => {
    expectBlanked(rowWith(downloadPages, 'gather', { sample: () => ({ taskMs: 0 }) }), 'little', /gives 0\.00/);
  });

  it('limit: more in flight than the limit allows', () => {
    const row = rowWith(downloadPages, 'bounded', {
      sample: ({ wallMs }) => ({ inFlightMean: 14, taskMs: 14 * wallMs }),
    });
    expectBlanked(row, 'limit', /14\.00 in flight at most, the limit is 10/);
  });

  it('floor: two arms are swapped, so sequential is faster than possible', () => {
    const row = rowWith(downloadPages, 'sequential', { wallMs: 63.2 });
    expectBlanked(row, 'floor', /fastest batch 6\d\.\d+ ms, floor 12\d\d/);
  });

  it('floor: work that is skipped cannot lower its own bar', () => {
    const row = rowWith(countPrimes, 'pool', { wallMs: 20, sample: factor(['computeWallMs'], 0.2) });
    expectBlanked(row, 'floor', /floor 81/);
  });

  it('floor: one batch of many met a faster machine, two are another program, and no delay gets shorter', () => {
    const fast = (count: number, ratio: number, fields: (keyof Sample)[]) => (sample: Sample) =>
      sample.round < count ? factor(['wallMs', ...fields], ratio)(sample) : {};
    const computing = (count: number, ratio: number) =>
      rowWith(countPrimes, 'gather', { sample: fast(count, ratio, ['computeWallMs', 'cpuMs', 'taskMs']) });
    expect(computing(1, 0.6).audits.find(({ id }) => id === 'floor')?.passed).toBe(true);
    expect(computing(2, 0.6).audits.find(({ id }) => id === 'floor')?.passed).toBe(false);
    expect(computing(1, 0.4).audits.find(({ id }) => id === 'floor')?.passed).toBe(false);
    const waiting = rowWith(downloadPages, 'sequential', { sample: fast(1, 0.6, []) });
    expect(waiting.audits.find(({ id }) => id === 'floor')?.passed).toBe(false);
  });

  it('cpu-invariant: Promise.all seems to compute with less CPU time', () => {
    const row = rowWith(countPrimes, 'gather', { sample: factor(['cpuMs'], 0.8) });
    expectBlanked(row, 'cpu-invariant', /CPU time is 0\.80 times that of sequential/);
  });

  it('reconnects: connections do not stay warm', () => {
    const row = rowWith(downloadPages, 'gather', {
      sample: ({ round }) => ({ connectCount: round % 5 === 2 ? 3 : 0 }),
    });
    expectBlanked(row, 'reconnects', /inside the window: 18, in 6 of 30 rounds/);
  });

  it('reconnects forgives a single late connection and says so', () => {
    const row = rowWith(downloadPages, 'gather', { sample: ({ round }) => ({ connectCount: round === 2 ? 1 : 0 }) });
    expect(row.reason).toBeNull();
    expect(row.warnings.map(({ code }) => code)).toEqual(['cold-rounds']);
  });

  it('reconnects does not apply to an arm that was never warm', () => {
    const row = rowWith(downloadPages, 'gather', { warmupCount: 0, sample: () => ({ connectCount: 20 }) });
    expect(row.reason).toBeNull();
  });

  it('server-bound: the server is secretly serial', () => {
    const serial = ({ wallMs }: Sample) => ({
      ioMs: 10.5 * wallMs,
      serverMs: 10.5 * wallMs,
      taskMs: 10.5 * wallMs,
      inFlightMean: 10.5,
      loopUtilizationRatio: 0.05,
    });
    const row = rowWith(downloadPages, 'gather', { wallMs: 1205, sample: serial });
    expectBlanked(row, 'server-bound', /they queued there/);
  });

  it('server-bound: the server has no CPU left', () => {
    const row = rowWith(downloadPages, 'gather', { sample: ({ wallMs }) => ({ serverCpuMs: 0.9 * wallMs }) });
    expectBlanked(row, 'server-bound', /the server used 0\.90 of a core/);
  });

  it('kernel: it slows down after warm-up', () => {
    const lying = (sample: Sample) => (sample.round < 5 ? {} : { computeWallMs: 3 * sample.computeWallMs });
    expectBlanked(rowWith(countPrimes, 'pool', { sample: lying }), 'kernel', /before round 5 .* not one program/);
  });

  it('kernel: one epoch is fast and the next is slow', () => {
    const lying = ({ epoch, computeWallMs }: Sample) => (epoch === 0 ? {} : { computeWallMs: 3 * computeWallMs });
    expectBlanked(rowWith(countPrimes, 'pool', { sample: lying }), 'kernel', /before round 10 and/);
  });

  it('kernel: it becomes fast after warm-up, which is no better', () => {
    const lying = (sample: Sample) => (sample.round < 8 ? { computeWallMs: 3 * sample.computeWallMs } : {});
    expectBlanked(rowWith(countPrimes, 'pool', { sample: lying }), 'kernel', /before round 8 /);
  });

  it('kernel: it slows down anew in every epoch, and the last one ends early', () => {
    const again = (sample: Sample) => (sample.round % 10 < 4 ? {} : { computeWallMs: 3 * sample.computeWallMs });
    const row = rowWith({ ...countPrimes, roundCount: 47, epochCount: 5 }, 'pool', {
      sample: (sample) => ({ epoch: Math.floor(sample.round / 10), ...again(sample) }),
    });
    expectBlanked(row, 'kernel', /before round 4 of an epoch .* not one program/);
  });

  it('kernel forgives a neighbour who inflates some rounds', () => {
    const disturbed = (sample: Sample) =>
      sample.round % 3 === 0 ? { computeWallMs: 2 * sample.computeWallMs, cpuMs: 2 * sample.cpuMs } : {};
    const row = rowWith(countPrimes, 'pool', { sample: disturbed });
    expect(row.reason).toBeNull();
    expect(row.warnings.map(({ code }) => code)).toContain('unsteady-kernel');
  });
});

describe('a cell without numbers keeps its reason', () => {
  it('failed', () => {
    const status = { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } as const;
    const row = rowWith(downloadPages, 'gather', { status });
    expect(row).toMatchObject({
      status: 'failed',
      reason: 'TASK_THREW: boom',
      medianMs: null,
      verdict: null,
      audits: [],
    });
  });

  it('skipped', () => {
    const row = rowWith(downloadPages, 'gather', { status: { state: 'skipped', reason: 'for mixed work' } });
    expect(row).toMatchObject({ status: 'skipped', reason: 'for mixed work', medianMs: null });
  });
});

describe('an audit that has too little to go on says nothing', () => {
  const asked = (row: Row) => row.audits.map(({ id }) => id);

  it('server-bound: the scenario made no request, whatever the server did meanwhile', () => {
    const sample = () => ({ serverMs: 0, serverCpuMs: 5000 });
    const arms = downloadPages.arms.map((arm) => ({ ...arm, sample }));
    const row = rowWith({ ...downloadPages, arms, calibrated: false }, 'gather', {});
    expect(asked(row)).not.toContain('server-bound');
    expect(row.reason).toBeNull();
  });

  it('server-bound: a few short batches, in which a tick of CPU time is much and two waits are no middle', () => {
    const arms = [{ strategyId: 'gather', wallMs: 13, sample: () => ({ serverCpuMs: 12 }) }];
    const short = { ...downloadPages, arms, task: { ioMs: 12.5, serverMs: 12 } };
    expect(rowWith({ ...short, roundCount: 2, epochCount: 1 }, 'gather', {}).reason).toBeNull();
    expectBlanked(rowWith({ ...short, roundCount: 30 }, 'gather', {}), 'server-bound', /0\.92 of a core/);
    const late = { sample: ({ serverMs }: Sample) => ({ serverMs: 3 * serverMs }) };
    expect(rowWith({ ...downloadPages, roundCount: 4 }, 'gather', late).reason).toBeNull();
    expectBlanked(rowWith({ ...downloadPages, roundCount: 5 }, 'gather', late), 'server-bound', /they queued there/);
  });

  it('cpu-invariant: fewer than five rounds, or CPU time of a few ticks', () => {
    const change = { sample: factor(['cpuMs'], 2) };
    expectBlanked(rowWith({ ...countPrimes, roundCount: 5 }, 'gather', change), 'cpu-invariant', /2\.00 times/);
    const few = rowWith({ ...countPrimes, roundCount: 4 }, 'gather', change);
    const short = rowWith({ ...countPrimes, task: { computeMs: 0.1 } }, 'gather', change);
    expect([...asked(few), ...asked(short)]).not.toContain('cpu-invariant');
  });

  it('cpu-invariant: the placebo is the reference itself', () => {
    const arms = countPrimes.arms.map((arm) => (arm.placebo ? { ...arm, sample: factor(['cpuMs'], 1.2) } : arm));
    const [report] = buildReport(documentOf({ scenarios: [{ ...countPrimes, arms }] })).scenarios;
    const placebo = report?.rows.find((row) => row.placebo);
    expect(placebo?.reason).toBeNull();
  });
});

// A row: figures worked out by hand where its numbers may be shown, and nothing at all where not.

import { expect, test } from 'vitest';
import type { Arm } from '../arms/arm.ts';
import { auditArms } from '../arms/audited-arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { Decision } from '../judging/family.ts';
import type { ArmWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { figuresOf, NO_FIGURES } from './figures.ts';
import { buildRow } from './row.ts';

const pages: ScenarioWords = { ...downloadPages, task: { ioMs: 60, serverMs: 60 } };
const interval = { ratio: 1.8, low: 1.7, high: 1.9 };
const judgement: Decision = { verdict: 'faster', interval, levelRatio: 0.995, probability: 0.002 };

const judged = (arm: Arm, { reference }: ScenarioData, held: Decision | null) => ({
  reference,
  head: null,
  rows: new Map(held === null ? [] : [[arm, held]]),
});

function told(name: string, change: Partial<ArmWords> = {}, words: Partial<ScenarioWords> = {}) {
  const data = dataOf(quiet({ ...changed(pages, name, change), ...words }));
  const audited = auditArms(data).find(({ arm }) => arm.name === name);
  if (audited === undefined) throw new Error(`no arm ${name}`);
  return { audited, data, row: (held: Decision | null) => buildRow(audited, data, judged(audited.arm, data, held)) };
}

test('figures are medians, and what theory says of the schedule', () => {
  const sample = ({ round }: { round: number }) => ({
    wallMs: 75 + (round % 3) * 5, // 75, 80, 85
    cpuMs: 4,
    inFlightMean: 15,
    loopUtilizationRatio: 0.25,
  });
  const { data } = told('gather', { sample, openMs: 7, setupMs: [5], teardownMs: [2] });
  expect(figuresOf(armNamed('gather', data), data, null)).toMatchObject({
    medianMs: 80,
    floorMs: 60,
    ofOwnFloorRatio: 0.75,
    predictedMs: 60,
    inFlightMean: 15,
    cpuMs: 4,
    loopBusyRatio: 0.25,
    startupMs: 7,
    setupMs: 5,
    teardownMs: 2,
    p95Ms: 85,
    p99Ms: 85,
    goodputPerSecond: null,
    failedRatio: null,
    wastedMs: null,
  });
});

test('goodput, failures and waste where tasks may fail', () => {
  const sample = ({ round }: { round: number }) => ({
    wallMs: 100,
    completedCount: round === 0 ? 14 : 18,
    failedCount: round === 0 ? 6 : 2,
    wastedMs: 12,
  });
  const { data } = told('gather', { sample }, { allowFailures: true, roundCount: 5, epochCount: 1 });
  expect(figuresOf(armNamed('gather', data), data, null)).toMatchObject({
    goodputPerSecond: 180,
    failedRatio: 14 / 100,
    wastedMs: 12,
  });
});

test('of best says how far a row is from the fastest, and nothing of the placebo', () => {
  const { data } = told('gather', { wallMs: 100 });
  const [gather, pool] = [armNamed('gather', data), armNamed('pool w2', data)];
  expect(figuresOf(pool, data, gather).ofBestRatio).toBeCloseTo(100 / 611, 6);
  expect(figuresOf(gather, data, gather).ofBestRatio).toBe(1);
  expect(figuresOf(armNamed('placebo', data), data, gather).ofBestRatio).toBeNull();
  expect(figuresOf(pool, data, null).ofBestRatio).toBeNull();
});

test('no floor, nothing of it; no opening, no start-up', () => {
  const { data } = told('gather', {}, { calibrated: false });
  const arm = armNamed('gather', data);
  expect(figuresOf(arm, data, null)).toMatchObject({ floorMs: null, ofOwnFloorRatio: null, predictedMs: null });
  expect(figuresOf({ ...arm, cell: { ...arm.cell, openMs: [] } }, data, null).startupMs).toBeNull();
  expect(figuresOf({ ...arm, cell: { ...arm.cell, openMs: [3, 9, 4] } }, data, null).startupMs).toBe(4);
  expect(figuresOf(arm, data, null)).toMatchObject({ setupMs: null, teardownMs: null });
});

test('a row shows who it is, its audits, and the judgement it was given', () => {
  const row = told('gather').row(judgement);
  expect(row).toMatchObject({
    name: 'gather',
    key: { strategyId: 'gather' },
    placebo: false,
    status: 'completed',
    reason: null,
    sampleCount: 30,
    outputDigest: 'a1b2c3d4',
    speedup: interval,
    speedupLevelRatio: 0.995,
    smallestEffectRatio: expect.closeTo((1.9 / 1.7) ** (1.327 / 2), 6),
    breakEvenBatchCount: 1,
    probability: 0.002,
    verdict: 'faster',
    p95Speedup: null,
  });
  expect(row.audits.map(({ id }) => id)).toContain('floor');
});

test('without a judgement a row is undecided, and the reference is the reference', () => {
  expect(told('gather').row(null)).toMatchObject({
    speedup: null,
    speedupLevelRatio: null,
    breakEvenBatchCount: null,
    smallestEffectRatio: null,
    probability: null,
    verdict: 'undecided',
  });
  expect(told('sequential').row(null).verdict).toBe('reference');
});

test('a start-up is earned back batch by batch, where the row is faster', () => {
  const pool = (openMs: number, held: Decision = judgement) => {
    const data = dataOf(quiet(changed(pages, 'pool', { openMs })));
    const audited = auditArms(data).find(({ arm }) => arm.name === 'pool w2');
    return audited && buildRow(audited, data, judged(audited.arm, data, held)).breakEvenBatchCount;
  };
  // One batch saves 1210 - 611 = 599 ms.
  expect([100, 599, 600, 6000].map((openMs) => pool(openMs))).toEqual([1, 1, 2, 11]);
  expect(pool(100, { ...judgement, verdict: 'undecided' })).toBeNull();
});

test('what is handed over goes to threads, or to processes', () => {
  const partsOf = (words: object) => {
    const sample = () => ({ betweenTasksMs: 50 });
    const data = dataOf(quiet(changed(pages, 'pool', { ...words, sample })));
    const audited = auditArms(data).find(({ arm }) => arm.name === 'pool w2');
    return audited && buildRow(audited, data, judged(audited.arm, data, judgement)).ledger?.map(({ name }) => name);
  };
  expect(partsOf({})).toContain('hand-over to threads');
  const shape = { waits: 'one', waitsOn: 'processes', computesOn: 'processes', perMessage: 'task' };
  expect(partsOf({ shape })).toContain('hand-over to processes');
});

test('a row without numbers shows none at all', () => {
  const row = told('gather', { outputDigest: 'ffff' }).row(judgement);
  expect(row).toMatchObject({
    ...NO_FIGURES,
    p95Speedup: null,
    p99Speedup: null,
    speedup: null,
    speedupLevelRatio: null,
    breakEvenBatchCount: null,
    smallestEffectRatio: null,
    probability: null,
    ledger: null,
    largestPart: null,
    absences: [],
    warnings: [],
    verdict: null,
    reason: expect.stringMatching(/^audit digest failed/),
    sampleCount: 30,
  });
  expect(Object.values(NO_FIGURES).every((figure) => figure === null)).toBe(true);
  expect(Object.keys(NO_FIGURES)).toEqual(
    Object.keys(figuresOf(told('gather').audited.arm, told('gather').data, null)),
  );
});

test('the ledger adds up to the median, its largest part first; a file that does not tell threads apart has none', () => {
  const { ledger, largestPart, medianMs } = told('gather', { wallMs: 80 }).row(judgement);
  expect(ledger?.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(medianMs ?? 0, 9);
  expect(ledger?.reduce((sum, { shareRatio }) => sum + shareRatio, 0)).toBeCloseTo(1, 9);
  expect(largestPart).toEqual(ledger?.[0]);
  expect(largestPart?.ms).toBe(Math.max(...(ledger ?? []).map(({ ms }) => ms)));
  expect(told('gather', { sample: () => ({ loopCpuMs: null }) }).row(judgement)).toMatchObject({
    ledger: null,
    largestPart: null,
  });
});

test('a floor and a prediction that are missing have a reason', () => {
  expect(told('gather').row(judgement).absences).toEqual([]);
  expect(told('gather', {}, { calibrated: false }).row(judgement).absences).toEqual([
    { figure: 'floorMs', reason: 'no task was measured alone' },
    { figure: 'predictedMs', reason: 'no task was measured alone' },
  ]);
  expect(told('gather', { shape: { waits: 'by the moon' } }).row(judgement).absences).toContainEqual({
    figure: 'floorMs',
    reason: 'this version does not know how it arranges tasks',
  });
  const processes = { waits: 'one', waitsOn: 'processes', computesOn: 'processes', perMessage: 'task' };
  expect(told('gather', { shape: processes }).row(judgement).absences).toEqual([
    { figure: 'predictedMs', reason: 'theory has no rule for this schedule' },
  ]);
});

test('tasks that failed leave no floor, which would be that of whole batches', () => {
  const failing = told('gather', { sample: () => ({ completedCount: 19, failedCount: 1 }) }).row(judgement);
  expect(failing).toMatchObject({ floorMs: null, ofOwnFloorRatio: null, reason: null });
  expect(failing.absences).toEqual([{ figure: 'floorMs', reason: 'tasks failed, and one that fails may end early' }]);
});

test('slow ends are compared where there is a speed-up, never for the placebo', () => {
  const many = { roundCount: 100 };
  expect(told('gather', {}, many).row(judgement).p95Speedup?.ratio).toBeCloseTo(1210 / 63.2, 6);
  expect(told('gather', {}, many).row(null).p95Speedup).toBeNull();
  expect(told('placebo', {}, many).row(judgement)).toMatchObject({ p95Speedup: null, speedup: interval });
});

test('warnings of the row and of its slow ends stand together', () => {
  const sample = ({ round }: { round: number }) => {
    const wallMs = round % 5 === 0 ? 4000 : 1210;
    return { wallMs, taskMs: 20 * wallMs, inFlightMean: 20, connectCount: round === 3 ? 1 : 0 };
  };
  const equal = { ...judgement, interval: { ratio: 1, low: 0.99, high: 1.01 } };
  const row = told('gather', { sample }, {}).row(equal);
  expect(row.warnings.map(({ code }) => code)).toEqual(['cold-rounds']);
  const longer = dataOf(quiet({ ...changed(pages, 'gather', { sample }), roundCount: 100 }));
  const audited = auditArms(longer).find(({ arm }) => arm.name === 'gather');
  expect(
    audited &&
      buildRow({ ...audited, reason: null }, longer, judged(audited.arm, longer, equal)).warnings.map(
        ({ code }) => code,
      ),
  ).toEqual(['cold-rounds', 'tails-differ']);
});

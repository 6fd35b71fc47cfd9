// What is collected about one scenario of several, and why an arm may not show its numbers.

import { expect, test } from 'vitest';
import type { ArmWords, ScenarioWords } from '../testing/document-builder.ts';
import { documentOf } from '../testing/document-builder.ts';
import { changed, dataOf } from '../testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { auditArms } from './audited-arm.ts';
import { scenarioData } from './scenario-data.ts';
import { isUnmeasurable } from './unmeasurable.ts';

const failed = { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } as const;
const disturbed = (count: number) => ({
  sample: ({ round }: { round: number }) => (round < count ? { contaminated: 'steal' } : {}),
});

test('only the cells of the scenario are its arms', () => {
  const document = documentOf({ scenarios: [countPrimes, downloadPages] });
  const [primes, pages] = document.scenarios.map((record) => scenarioData(document, record));
  expect(primes?.arms.map(({ name }) => name)).toEqual(['sequential', 'placebo', 'gather', 'bounded c10', 'pool w2']);
  expect(pages?.arms.map(({ name }) => name)).toContain('gather+pool');
  expect(pages?.record.id).toBe('download-pages');
});

test('the reference and its placebo are told apart', () => {
  const data = dataOf(downloadPages);
  expect([data.reference?.name, data.placebo?.name]).toEqual(['sequential', 'placebo']);
  const reversed = dataOf({ ...downloadPages, arms: downloadPages.arms.toReversed() });
  expect(reversed.record.reference?.strategyId).toBe('gather+pool');
  expect([reversed.reference?.name, reversed.placebo]).toEqual(['gather+pool', null]);
  const document = documentOf({ scenarios: [downloadPages] });
  const nameless = document.scenarios.map((record) => scenarioData(document, { ...record, reference: null }));
  expect(nameless.map(({ reference, placebo }) => [reference, placebo])).toEqual([[null, null]]);
});

test('rounds are those of completed arms, the dropped ones among them', () => {
  const partly: ScenarioWords = { ...downloadPages, roundCount: 10 };
  expect(dataOf(partly).rounds.size).toBe(10);
  const lost = (arm: ArmWords): ArmWords => ({ ...arm, lostRounds: [8, 9] });
  const one = { ...partly, arms: partly.arms.map((arm) => (arm.strategyId === 'gather' ? arm : lost(arm))) };
  expect(dataOf(one).rounds.size).toBe(10);
  expect(dataOf(changed(one, 'gather', { status: failed })).rounds.size).toBe(8);
  const dropped = dataOf(changed(partly, 'gather', disturbed(2)));
  expect([dropped.rounds.size, dropped.droppedRounds.size]).toEqual([10, 2]);
  expect(dropped.arms.every(({ samples }) => samples.length === 8 || samples.length === 0)).toBe(true);
});

test('costs are summed over the batch, and unknown without calibration', () => {
  const words = { ...downloadPages, taskCount: 4, task: { ioMs: 10, serverMs: 9, serverCpuMs: 2, computeMs: 3 } };
  const data = dataOf({ ...words, arms: [] });
  const costs = { ioMs: 40, serverMs: 36, serverCpuMs: 8, computeWallMs: 12, computeCpuMs: 12, requestCount: 4 };
  expect(data.totals).toMatchObject(costs);
  expect(data.cheapestTotals).toMatchObject(costs);
  expect(dataOf({ ...downloadPages, calibrated: false })).toMatchObject({ totals: null, cheapestTotals: null });
});

const reasonOf = (change: Partial<ArmWords>, scenario = downloadPages) => {
  const audited = auditArms(dataOf(changed(scenario, 'gather', change)));
  return audited.find(({ arm }) => arm.name === 'gather')?.reason;
};

test('an arm that ran and passed shows its numbers', () => expect(reasonOf({})).toBeNull());

test('one that did not says why, and asks no audit', () => {
  expect(reasonOf({ status: failed })).toBe('TASK_THREW: boom');
  expect(reasonOf({ status: { state: 'skipped', reason: 'for mixed work' } })).toBe('for mixed work');
  const audited = auditArms(dataOf(changed(downloadPages, 'gather', { status: failed })));
  expect(audited.find(({ arm }) => arm.name === 'gather')?.audits).toEqual([]);
});

test('no round, or none that was left, is no number', () => {
  expect(reasonOf({ lostRounds: Array.from({ length: 30 }, (_, round) => round) })).toBe('no round was measured');
  expect(reasonOf(disturbed(30))).toBe('every round was disturbed from outside and dropped');
});

test('failed audits are all named', () => {
  expect(reasonOf({ outputDigest: 'ffff', lostRounds: [3] })).toMatch(
    /^audit sample-count failed: 29 samples for 30 rounds; round 3 has none; audit digest failed: outputs differ/,
  );
});

test('a scenario is no sample of anything when more than a fifth of its rounds was dropped', () => {
  const share = (count: number) => isUnmeasurable(dataOf(changed(downloadPages, 'gather', disturbed(count))));
  expect([share(0), share(6), share(7), share(30)]).toEqual([false, false, true, true]);
  expect(isUnmeasurable(dataOf({ ...downloadPages, arms: [] }))).toBe(false);
});

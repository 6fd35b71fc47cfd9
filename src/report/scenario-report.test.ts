// One scenario told as a whole: who is named, who wins, and what is left when the reference has no numbers.

import { expect, test } from 'vitest';
import type { ScenarioReport } from '../model/report/report.ts';
import { buildReport } from './build-report.ts';
import { buildScenarioReport } from './build-scenario-report.ts';
import type { ArmWords, ScenarioWords } from './testing/document-builder.ts';
import { documentOf } from './testing/document-builder.ts';
import { changed, dataOf } from './testing/one-scenario.ts';
import { countPrimes, downloadPages, serverComputes } from './testing/sample-documents.ts';

const told = (scenario: ScenarioWords = downloadPages): ScenarioReport => buildScenarioReport(dataOf(scenario));
const withGather = (change: Partial<ArmWords>) => told(changed(downloadPages, 'gather', change));
const names = (arms: readonly { name: string }[]) => arms.map(({ name }) => name);

test('a report repeats what the document says of the run and the scenario', () => {
  const document = documentOf({ scenarios: [downloadPages, countPrimes], complete: false, seed: 5 });
  expect(buildReport(document)).toMatchObject({
    schemaVersion: 2,
    createdAt: '2026-11-22T10:00:00.000Z',
    complete: false,
    seed: 5,
    measuredMs: 12_345,
    scenarios: [{ id: 'download-pages' }, { id: 'count-primes' }],
    warnings: [{ code: 'partial-run' }],
  });
  expect(told()).toMatchObject({
    id: 'download-pages',
    title: 'Download twenty pages',
    kind: 'io',
    taskCount: 20,
    roundCount: 30,
    droppedRoundCount: 0,
    question: 'Do more threads make waiting faster?',
    explanation: 'An explanation.',
  });
});

test('arms are named with their keys: reference, winner and leaders', () => {
  const gather = { key: { scenarioId: 'download-pages', strategyId: 'gather' }, name: 'gather' };
  expect(told()).toMatchObject({
    reference: { key: { strategyId: 'sequential' }, name: 'sequential' },
    winner: gather,
    leaders: [gather],
    boundBy: 'waiting',
    advice: 'gather',
    whyRule: 'waiting',
    warnings: [],
  });
  expect(told(serverComputes)).toMatchObject({ boundBy: 'server CPU', whyRule: 'server-bound' });
});

test('each row has the verdict of its own arm', () => {
  expect(told().rows.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'sequential reference',
    'placebo no gain',
    'gather faster',
    'bounded c10 faster',
    'pool w2 faster',
    'gather+pool null',
  ]);
  expect(withGather({ wallMs: 2000 }).rows.find(({ name }) => name === 'gather')?.verdict).toBe('slower');
});

test('the placebo gives the noise floor, and there is none without it', () => {
  const floor = told().noiseFloorRatio;
  expect(floor).toBeGreaterThan(0);
  expect(floor).toBeLessThan(0.05);
  const arms = downloadPages.arms.filter(({ placebo }) => !placebo);
  expect(told({ ...downloadPages, arms }).noiseFloorRatio).toBeNull();
  const liar = downloadPages.arms.map((arm) => (arm.placebo ? { ...arm, outputDigest: 'ffff' } : arm));
  expect(told({ ...downloadPages, arms: liar }).noiseFloorRatio).toBeNull();
});

test('an arm whose numbers are withheld neither wins nor leads', () => {
  const report = withGather({ outputDigest: 'ffff' });
  expect(report).toMatchObject({ winner: { name: 'bounded c10' }, advice: 'bounded c10, but 1 arm has no numbers' });
  expect(names(report.leaders)).toEqual(['bounded c10']);
  expect(report.rows.find(({ name }) => name === 'gather')).toMatchObject({ verdict: null, speedup: null });
});

test('without a trusted reference nothing is compared, though the fastest still lead', () => {
  const report = told(changed(downloadPages, 'sequential', { lostRounds: [4] }));
  expect(report).toMatchObject({
    winner: null,
    reference: { name: 'sequential' },
    noiseFloorRatio: null,
    whyRule: 'no-reference',
    advice: 'no advice: the reference has no numbers',
  });
  expect(names(report.leaders)).toEqual(['gather']);
  expect(report.rows.every(({ speedup }) => speedup === null)).toBe(true);
  expect(report.warnings.map(({ code }) => code)).toContain('no-reference');
});

test('dropped rounds count for nobody, and too many decide nothing', () => {
  const disturbed = (count: number) =>
    withGather({ sample: ({ round }) => (round < count ? { contaminated: 'steal' } : {}) });
  expect(disturbed(6)).toMatchObject({ roundCount: 24, droppedRoundCount: 6, winner: { name: 'gather' } });
  expect(disturbed(7)).toMatchObject({ roundCount: 23, droppedRoundCount: 7, winner: null });
});

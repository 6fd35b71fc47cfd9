// That the work was done: every task of every round, once, with the same outputs as the reference.

import { expect, test } from 'vitest';
import type { ArmWords, DocumentWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import type { AuditRule } from './audit-rule.ts';
import { digestAudit } from './digest.ts';
import { reconnectsAudit } from './reconnects.ts';
import { sampleCountAudit } from './sample-count.ts';

function found(
  rule: AuditRule,
  change: Partial<ArmWords>,
  scenario: ScenarioWords = downloadPages,
  words: Partial<DocumentWords> = {},
) {
  const data = dataOf(quiet(changed(scenario, 'gather', change)), words);
  return rule.check(armNamed('gather', data), data);
}

test('sample-count: nothing is missing', () => {
  expect(found(sampleCountAudit, {})).toEqual({ passed: true, detail: '30 samples of 20 tasks, all accounted for' });
});

test('sample-count: failed tasks are accounted for, and lost ones are counted beside them', () => {
  expect(found(sampleCountAudit, { sample: () => ({ completedCount: 18, failedCount: 2 }) })?.passed).toBe(true);
  const lost = ({ round }: { round: number }) => (round === 6 ? { completedCount: 17, failedCount: 2 } : {});
  expect(found(sampleCountAudit, { sample: lost })).toEqual({
    passed: false,
    detail: 'round 6 completed 17 and failed 2 of 20 tasks',
  });
  const more = ({ round }: { round: number }) => (round === 6 ? { completedCount: 21 } : {});
  expect(found(sampleCountAudit, { sample: more })?.detail).toBe('round 6 completed 21 of 20 tasks');
});

test('sample-count: a round that counts twice', () => {
  expect(found(sampleCountAudit, { sample: ({ round }) => ({ round: round === 5 ? 4 : round }) })).toEqual({
    passed: false,
    detail: '30 samples for 29 rounds: a round counts twice',
  });
});

test('sample-count: a round without a sample is named, and only the last of an interrupted run is forgiven', () => {
  const interrupted = { complete: false };
  expect(found(sampleCountAudit, { lostRounds: [7, 9] })).toEqual({
    passed: false,
    detail: '28 samples for 30 rounds; round 7 has none',
  });
  expect(found(sampleCountAudit, { lostRounds: [29] })?.passed).toBe(false);
  expect(found(sampleCountAudit, { lostRounds: [29] }, downloadPages, interrupted)?.passed).toBe(true);
  expect(found(sampleCountAudit, { lostRounds: [28, 29] }, downloadPages, interrupted)?.detail).toBe(
    '28 samples for 30 rounds; round 28 has none',
  );
  expect(found(sampleCountAudit, { lostRounds: [0] }, downloadPages, interrupted)?.passed).toBe(false);
});

test('digest: equal, different, and who says so', () => {
  expect(found(digestAudit, {})).toEqual({ passed: true, detail: 'outputs equal those of sequential' });
  expect(found(digestAudit, { outputDigest: 'ffff' })).toEqual({
    passed: false,
    detail: 'outputs differ from those of sequential: digest ffff, expected a1b2c3d4',
  });
});

test('digest: without a reference there is nothing to be equal to', () => {
  const data = dataOf(downloadPages);
  expect(digestAudit.check(armNamed('gather', data), { ...data, reference: null })).toBeNull();
});

test('digest: an arm whose outputs nobody verified fails, unless its tasks may fail', () => {
  const data = dataOf(downloadPages);
  const gather = armNamed('gather', data);
  const unverified = { ...gather, cell: { ...gather.cell, outputDigest: null } };
  const allowing = { ...data, record: { ...data.record, allowFailures: true } };
  expect(digestAudit.check(unverified, data)).toEqual({
    passed: false,
    detail: 'no batch of this arm had its outputs verified',
  });
  expect(digestAudit.check(unverified, allowing)).toBeNull();
  expect(digestAudit.check(gather, allowing)?.passed).toBe(true);
});

test('reconnects: one cold round in ten is forgiven, and of a few rounds one', () => {
  const cold = (count: number) => ({
    sample: ({ round }: { round: number }) => ({ connectCount: round < count ? 3 : 0 }),
  });
  expect(found(reconnectsAudit, cold(3))).toEqual({
    passed: true,
    detail: 'connections opened inside the window: 9, in 3 of 30 rounds',
  });
  expect(found(reconnectsAudit, cold(4))?.passed).toBe(false);
  const few = { ...downloadPages, roundCount: 5 };
  expect(found(reconnectsAudit, cold(1), few)?.passed).toBe(true);
  expect(found(reconnectsAudit, cold(2), few)?.passed).toBe(false);
});

test('reconnects: one for ten requests leaves a round warm', () => {
  const always = (connectCount: number) => ({ sample: () => ({ connectCount }) });
  const many = { ...downloadPages, taskCount: 400 };
  expect(found(reconnectsAudit, always(40), many)?.passed).toBe(true);
  expect(found(reconnectsAudit, always(41), many)?.passed).toBe(false);
  const asking = (requestCount: number) => ({ sample: () => ({ connectCount: 4, requestCount }) });
  expect(found(reconnectsAudit, asking(40))?.passed).toBe(true);
  expect(found(reconnectsAudit, asking(39))?.passed).toBe(false);
});

test('reconnects: computing opens none, and an arm that was never warm must', () => {
  expect(found(reconnectsAudit, {}, { ...downloadPages, kind: 'cpu' })).toBeNull();
  expect(found(reconnectsAudit, { warmupCount: 0 })).toBeNull();
  expect(found(reconnectsAudit, { warmupCount: 1 })?.passed).toBe(true);
});

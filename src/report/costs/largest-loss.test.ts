// The gap above the floor: 100 ms against a floor of 60, and who is named for how much of it.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document.ts';
import { taskCost } from '../../model/testing/task-cost.ts';
import type { DocumentWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf } from '../testing/one-scenario.ts';
import { downloadThenHash } from '../testing/sample-documents.ts';
import { largestLoss } from './largest-loss.ts';

// Alone the twenty tasks wait for 600 ms and compute for 200.
const AS_ALONE: Partial<Sample> = {
  wallMs: 100,
  ioMs: 600,
  serverMs: 600,
  computeWallMs: 200,
  gcMs: 0,
  loopUtilizationRatio: 0.1,
};
const ALONE = { ioMs: 600, serverMs: 600, serverCpuMs: 0 };

function loss(
  name: string,
  change: Partial<Sample>,
  { floorMs = 60, ...words }: Partial<DocumentWords> & { floorMs?: number } = {},
  scenario: Partial<ScenarioWords> = {},
) {
  const [strategyId = name] = name.split(' ');
  const sample = () => ({ ...AS_ALONE, ...change });
  const data = dataOf({ ...changed(downloadThenHash, strategyId, { sample }), ...scenario }, words);
  const totals = data.totals && taskCost({ ...ALONE, computeMs: 200 });
  const cheapestTotals = totals;
  return largestLoss(armNamed(name, data), { ...data, totals, cheapestTotals }, floorMs);
}

const free = { preflight: { dispatchMs: 0 } };

test('below 2 % there is nothing to name', () => {
  expect(loss('gather', { gcMs: 5 }, { floorMs: 98 })).toEqual({ name: 'garbage collection', shareRatio: 0.02 });
  expect(loss('gather', { gcMs: 5 }, { floorMs: 98.1 })).toBeNull();
  expect(loss('gather', { gcMs: 5 }, { floorMs: 110 })).toBeNull();
});

test('one cause alone takes the whole gap', () => {
  const whole = (name: string) => ({ name, shareRatio: 0.4 });
  expect(loss('gather', { gcMs: 5 })).toEqual(whole('garbage collection'));
  expect(loss('gather', { computeWallMs: 205 })).toEqual(whole('computing slower than alone'));
  expect(loss('gather', { serverMs: 650, ioMs: 650 })).toEqual(whole('server slower than alone'));
  expect(loss('gather', { ioMs: 650, computeWallMs: 40 })).toEqual(whole('waiting outside the server'));
  expect(loss('gather', {})).toEqual(whole('unnamed'));
});

test('waiting beyond the server has two names, by how busy the client was', () => {
  expect(loss('gather', { ioMs: 650, loopUtilizationRatio: 0.49, computeWallMs: 0 })?.name).toBe(
    'waiting outside the server',
  );
  expect(loss('gather', { ioMs: 650, loopUtilizationRatio: 0.5, computeWallMs: 0 })?.name).toBe(
    'answer ready, loop busy',
  );
});

test('several causes share the gap as they share the task time', () => {
  expect(loss('gather', { gcMs: 30, computeWallMs: 210 })).toEqual({
    name: 'garbage collection',
    shareRatio: expect.closeTo(0.3, 12),
  });
  // 50 ms more waiting, of which the server was 30 ms slower.
  expect(loss('gather', { ioMs: 650, serverMs: 630 })).toEqual({
    name: 'server slower than alone',
    shareRatio: expect.closeTo(0.24, 12),
  });
});

test('what was quicker than alone takes nothing', () => {
  expect(loss('gather', { gcMs: 4, computeWallMs: 100, serverMs: 500, ioMs: 500 })).toEqual({
    name: 'garbage collection',
    shareRatio: 0.4,
  });
});

test('handing over costs what the price list says, for each task of an arm with threads', () => {
  expect(loss('pool w2', {}, { preflight: { dispatchMs: 0.5 } })).toEqual({
    name: 'handover to threads',
    shareRatio: 0.4,
  });
  expect(loss('pool w2', { gcMs: 30 }, { preflight: { dispatchMs: 0.5 } })).toEqual({
    name: 'garbage collection',
    shareRatio: expect.closeTo(0.3, 12), // twenty tasks of half a millisecond take the other tenth
  });
  expect(loss('pool w2', {}, free)?.name).toBe('unnamed');
  expect(loss('pool w2', {}, { preflight: null })?.name).toBe('unnamed');
  expect(loss('gather', {}, { preflight: { dispatchMs: 0.5 } })?.name).toBe('unnamed');
});

test('without calibration the server is not blamed, and computing counts in full', () => {
  expect(loss('gather', { computeWallMs: 0, gcMs: 1 }, {}, { calibrated: false })?.name).toBe('garbage collection');
  expect(loss('gather', { gcMs: 1 }, {}, { calibrated: false })?.name).toBe('computing slower than alone');
});

// Shares of the machine's time, worked out by hand.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf } from '../testing/one-scenario.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { clientBusyRatio, excessWaitMs, hasRequests, serverBusyRatio, serverIsSubject } from './server-load.ts';

function told(name: string, change: Partial<Sample>, words: Partial<ScenarioWords> = {}) {
  const [strategyId = name] = name.split(' ');
  const data = dataOf({ ...changed(downloadPages, strategyId, { sample: () => change }), ...words });
  return { arm: armNamed(name, data), data };
}

test('the server: its CPU time over the batch', () => {
  expect(serverBusyRatio(told('gather', { serverCpuMs: 30, wallMs: 40 }).arm)).toBe(0.75);
});

test('requests: one answer of one arm is enough', () => {
  const silent = downloadPages.arms.map((arm) => ({ ...arm, sample: () => ({ serverMs: 0 }) }));
  expect(hasRequests(dataOf({ ...downloadPages, arms: silent }))).toBe(false);
  const once = { sample: ({ round }: Sample) => ({ serverMs: round === 3 ? 1 : 0 }) };
  expect(hasRequests(dataOf(changed({ ...downloadPages, arms: silent }, 'gather', once)))).toBe(true);
});

test('the subject: more than half of an answer is the server computing', () => {
  const subject = (task: ScenarioWords['task'], words: Partial<ScenarioWords> = {}) =>
    serverIsSubject(dataOf({ ...downloadPages, task, ...words }));
  expect(subject({ ioMs: 10, serverMs: 10, serverCpuMs: 5.1 })).toBe(true);
  expect(subject({ ioMs: 10, serverMs: 10, serverCpuMs: 5 })).toBe(false);
  expect(subject({ ioMs: 0, serverMs: 0, serverCpuMs: 5 })).toBe(false);
  expect(subject({ ioMs: 10, serverMs: 10, serverCpuMs: 9 }, { calibrated: false })).toBe(false);
});

test('waiting beyond what the tasks wait alone, never below nothing', () => {
  const task = { ioMs: 60, serverMs: 60 };
  const excess = (ioMs: number, words: Partial<ScenarioWords> = {}) => {
    const { arm, data } = told('gather', { ioMs }, { task, ...words });
    return excessWaitMs(arm, data);
  };
  expect(excess(1500)).toBe(300);
  expect(excess(1000)).toBe(0);
  expect(excess(1500, { calibrated: false })).toBe(0);
});

test('the client: its loop or its threads, the busier', () => {
  const busy = (name: string, loopUtilizationRatio: number, computeWallMs: number) =>
    clientBusyRatio(told(name, { loopUtilizationRatio, computeWallMs, wallMs: 100 }).arm);
  expect(busy('gather', 0.6, 20)).toBe(0.6);
  expect(busy('gather', 0.1, 20)).toBe(0.2);
  expect(busy('pool w2', 0.1, 90)).toBe(0.45);
});

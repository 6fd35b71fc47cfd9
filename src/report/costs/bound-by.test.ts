// What limited the work, at the borders of 85 and 15 % of computing.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf } from '../testing/one-scenario.ts';
import { downloadThenHash } from '../testing/sample-documents.ts';
import { boundBy, computingRatio } from './bound-by.ts';

const shares = (computeWallMs: number, ioMs: number) => ({ sample: (): Partial<Sample> => ({ computeWallMs, ioMs }) });

function told(computeWallMs: number, ioMs: number, words: Partial<ScenarioWords> = {}) {
  const data = dataOf({ ...changed(downloadThenHash, 'sequential', shares(computeWallMs, ioMs)), ...words });
  return { data, reference: data.reference };
}

test('computing from 85 %, waiting from 85 %, both in between', () => {
  const bound = (computing: number) => {
    const { data, reference } = told(computing, 100 - computing);
    return boundBy(data, reference);
  };
  expect([100, 85].map(bound)).toEqual(['client CPU', 'client CPU']);
  expect([84, 50, 16].map(bound)).toEqual(['both', 'both', 'both']);
  expect([15, 1].map(bound)).toEqual(['waiting', 'waiting']);
});

test('of nothing at all no share was computing', () => {
  const { data } = told(0, 0);
  expect(computingRatio(armNamed('sequential', data))).toBe(0);
  expect(computingRatio(armNamed('sequential', told(30, 90).data))).toBe(0.25);
});

test('a server that computes most of an answer is the limit, whoever is the reference', () => {
  const task = { ioMs: 10, serverMs: 10, serverCpuMs: 9 };
  const { data, reference } = told(100, 0, { task });
  expect(boundBy(data, reference)).toBe('server CPU');
  expect(boundBy(data, null)).toBe('server CPU');
});

test('without a reference the kind of the work says it', () => {
  const bound = (kind: ScenarioWords['kind']) => boundBy(told(1, 1, { kind }).data, null);
  expect([bound('io'), bound('cpu'), bound('mixed')]).toEqual(['waiting', 'client CPU', 'both']);
});

test('a reference that overlaps its tasks is asked for what they cost alone', () => {
  const bound = (task: ScenarioWords['task'], words: Partial<ScenarioWords> = {}) => {
    const data = dataOf({ ...changed(downloadThenHash, 'gather', shares(1, 99)), task, ...words });
    return boundBy(data, armNamed('gather', data));
  };
  expect(bound({ ioMs: 10, serverMs: 10, computeMs: 90 })).toBe('client CPU');
  expect(bound({ ioMs: 50, serverMs: 50, computeMs: 50 })).toBe('both');
  expect(bound({ ioMs: 90, serverMs: 90, computeMs: 10 })).toBe('waiting');
  expect(bound({ ioMs: 10, serverMs: 10, computeMs: 90 }, { calibrated: false })).toBe('waiting');
  expect(bound({})).toBe('waiting');
});

test('so is one whose shape nobody knows', () => {
  const { data, reference } = told(1, 99, { task: { ioMs: 10, serverMs: 10, computeMs: 90 } });
  expect(boundBy(data, reference)).toBe('waiting');
  expect(boundBy(data, reference && { ...reference, shape: null })).toBe('client CPU');
});

// The two signs of a server that cannot keep up, each at its border, and where neither is looked for.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { serverBoundAudit } from './server-bound.ts';

function found(change: Partial<Sample>, words: Partial<ScenarioWords> = {}) {
  const sample = () => ({ wallMs: 100, loopUtilizationRatio: 0.1, ...change });
  const data = dataOf(quiet({ ...changed(downloadPages, 'gather', { sample }), ...words }));
  return serverBoundAudit.check(armNamed('gather', data), data);
}

test('a server that has a core of its own to spare is told with what it used', () => {
  expect(found({ serverCpuMs: 40 })).toEqual({ passed: true, detail: 'the server used 0.40 of a core' });
});

test('above 0.7 of a core the server was measured', () => {
  expect(found({ serverCpuMs: 70 })?.passed).toBe(true);
  expect(found({ serverCpuMs: 75 })).toEqual({
    passed: false,
    detail: 'the server used 0.75 of a core, so its time was measured, not the schedule',
  });
});

test('fewer than five rounds tell nothing of a server', () => {
  expect(found({ serverCpuMs: 147 }, { roundCount: 4 })).toBeNull();
  expect(found({ serverCpuMs: 147 }, { roundCount: 5 })?.passed).toBe(false);
});

test('a few busy rounds are not the typical one', () => {
  const sample = ({ round }: Sample) => ({ wallMs: 100, serverCpuMs: round < 12 ? 200 : 50 });
  const data = dataOf(quiet(changed(downloadPages, 'gather', { sample })));
  expect(serverBoundAudit.check(armNamed('gather', data), data)).toEqual({
    passed: true,
    detail: 'the server used 0.50 of a core',
  });
});

// Alone the server accounts for 20 · 59.6 = 1192 ms.
test('a server that accounts for more than twice what it did alone had them queue', () => {
  expect(found({ serverMs: 2384 })?.passed).toBe(true);
  expect(found({ serverMs: 2400 })).toEqual({
    passed: false,
    detail: "the server accounts for 2400 ms of the tasks' time where single requests took 1192 ms: they queued there",
  });
});

test('waiting for which the server does not account is not its fault', () => {
  expect(found({ ioMs: 30_000 })?.passed).toBe(true);
});

test('is not asked where the server is the subject, has a door, was not asked, or the work only computes', () => {
  const busy = { serverCpuMs: 90 };
  expect(found(busy)?.passed).toBe(false);
  expect(found(busy, { kind: 'cpu' })).toBeNull();
  expect(found(busy, { task: { ioMs: 60, serverMs: 60, serverCpuMs: 31 } })).toBeNull();
  expect(found(busy, { task: { ioMs: 60, serverMs: 60, serverCpuMs: 30 } })?.passed).toBe(false);
  expect(found(busy, { fixture: { inServiceLimit: 4 } })).toBeNull();
  expect(found({ ...busy, serverMs: 0 }, { task: { ioMs: 60, serverMs: 0 } })).toBeNull();
});

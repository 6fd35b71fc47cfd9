// What limited the work, at the borders of 85 %, read off what tasks cost alone and nothing else.

import { expect, test } from 'vitest';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { dataOf } from '../testing/one-scenario.ts';
import { downloadThenHash } from '../testing/sample-documents.ts';
import { boundBy } from './bound-by.ts';
import { workOf } from './work.ts';

function bound(task: ScenarioWords['task'], words: Partial<ScenarioWords> = {}) {
  const data = dataOf({ ...downloadThenHash, task, ...words });
  return boundBy(data, workOf(data));
}

test('computing here from 85 %, waiting from 85 %, a mix in between, whatever the file calls it', () => {
  const computing = (computeMs: number) => bound({ ioMs: 100 - computeMs, serverMs: 100 - computeMs, computeMs });
  expect([100, 85].map(computing)).toEqual(['computing here', 'computing here']);
  expect([84, 50, 16].map(computing)).toEqual(['a mix', 'a mix', 'a mix']);
  expect([15, 1].map(computing)).toEqual(['waiting', 'waiting']);
  expect(bound({ ioMs: 10, serverMs: 0, ioCpuMs: 9 }, { kind: 'io' })).toBe('computing here');
});

test('threads of the process that are not its own are told apart', () => {
  expect(bound({ ioMs: 10, serverMs: 0, ioCpuMs: 0.1, otherCpuMs: 9 })).toBe('computing on other threads');
  expect(bound({ ioMs: 10, serverMs: 0, ioCpuMs: 0.1, otherCpuMs: 5 })).toBe('a mix');
});

test('a server that computes most of a task is the limit, of a part of it is not', () => {
  expect(bound({ ioMs: 10, serverMs: 10, serverCpuMs: 9 })).toBe('server CPU');
  expect(bound({ ioMs: 10, serverMs: 10, serverCpuMs: 9, computeMs: 90 })).toBe('computing here');
});

test('what nobody measured is unknown', () => {
  expect(bound({}, { calibrated: false })).toBe('unknown');
});

test('`io` that computes is called what it is', () => {
  const contradiction = (task: ScenarioWords['task']) => workOf(dataOf({ ...downloadThenHash, task }))?.contradiction;
  expect(contradiction({ ioMs: 10, serverMs: 0, ioCpuMs: 9.9 })).toMatch(
    /^`io` computed for 99 % of its time: a block/,
  );
  expect(contradiction({ ioMs: 10, serverMs: 0, ioCpuMs: 5 })).toBeNull();
  expect(contradiction({ computeMs: 5 })).toBeNull();
});

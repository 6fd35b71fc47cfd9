// What makes a comparison doubtful: each with its figures, its border and the next step.

import { expect, test } from 'vitest';
import type { HistoryRun } from '../../model/document/history-run.ts';
import { type DocumentWords, documentOf } from '../testing/document-builder.ts';
import { pastRuns } from '../testing/past-runs.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { buildComparison } from './build-comparison.ts';

const run = (words: Partial<DocumentWords> = {}) => documentOf({ scenarios: [downloadPages], ...words });
const warnings = (base: Partial<DocumentWords>, head: Partial<DocumentWords>, past: readonly HistoryRun[] = []) =>
  buildComparison(run(base), run(head), { marginRatio: 0.03, pastRuns: past }).warnings;

test('two runs of one machine have none', () => {
  expect(warnings({}, {})).toEqual([]);
});

test('cells within margin are told with what would have been found, from the least to the most', () => {
  const past = pastRuns(run());
  const { cells } = buildComparison(null, run(), { marginRatio: 0.03, pastRuns: past });
  const found = cells.map(({ detectableRatio }) => Math.ceil(((detectableRatio ?? 0) - 1) * 100));
  const [only] = buildComparison(null, run(), { marginRatio: 0.03, pastRuns: past }).warnings;
  expect(only?.code).toBe('separate-runs');
  expect(only?.message).toContain(
    `A slow-down of ${Math.min(...found)} to ${Math.max(...found)} % (by cell) would be found`,
  );
  expect(only?.remedy).toMatch(/overlap gate/);
});

test('another machine, runtime or system is named on both sides', () => {
  const machine = { environment: { cpuModel: 'Other CPU', coreCount: 4 } };
  expect(warnings({}, machine)).toEqual([
    {
      code: 'different-machines',
      message:
        'The runs differ in the machine (Example CPU @ 2.50GHz, 2 cores; Other CPU, 4 cores), so no cell is compared.',
      remedy: 'Run both versions on the same machine.',
    },
  ]);
  const runtime = { environment: { runtime: 'node v24.1.0' } };
  expect(warnings({}, runtime)[0]?.message).toBe(
    'The runs differ in the runtime (node v26.10.0; node v24.1.0), so no cell is compared.',
  );
  const both = { environment: { ...machine.environment, ...runtime.environment } };
  expect(warnings({}, both)[0]?.message).toMatch(/the machine \(.*\) and the runtime \(.*\), so no cell/);
  expect(warnings({}, { environment: { os: 'Darwin 24.1.0 arm64' } })[0]?.message).toMatch(/differ in the system \(/);
});

test('an interrupted side is named', () => {
  const partial = (side: string) => ({
    code: 'partial-run',
    message: `The ${side} run was interrupted; it holds fewer rounds than planned.`,
    remedy: 'Run it again before relying on this.',
  });
  expect(warnings({ complete: false }, {})).toEqual([partial('base')]);
  expect(warnings({}, { complete: false })).toEqual([partial('head')]);
  expect(warnings({ complete: false }, { complete: false })).toHaveLength(2);
});

test('cores that the machine gave to one side only, beyond a tenth', () => {
  const gave = (cores: number) => ({ preflight: { effectiveCores: [1, cores] } });
  expect(warnings(gave(1.9), gave(1.3))).toEqual([
    {
      code: 'different-cores',
      message: 'The machine gave 1.9 cores to base and 1.3 to head; pool rows follow that.',
      remedy: 'Run both again, close together in time.',
    },
  ]);
  expect(warnings(gave(1.3), gave(1.9))).toHaveLength(1);
  expect(warnings(gave(1.9), gave(1.8))).toEqual([]);
  expect(warnings({ preflight: null }, gave(1))).toEqual([]);
  expect(warnings(gave(1), { preflight: null })).toEqual([]);
});

test('a base that is newer than head', () => {
  const [older, newer] = [{ createdAt: '2026-11-01T10:00:00.000Z' }, { createdAt: '2026-11-02T10:00:00.000Z' }];
  expect(warnings(newer, older)).toMatchObject([
    {
      code: 'base-is-newer',
      message: 'Base was measured after head (2026-11-02T10:00:00.000Z; 2026-11-01T10:00:00.000Z).',
    },
  ]);
  expect(warnings(older, newer)).toEqual([]);
});

test('what lies in the history and cannot be read', () => {
  const options = { marginRatio: 0.03, unreadable: ['x.json is not JSON: oh'] };
  expect(buildComparison(run(), run(), options).warnings).toMatchObject([
    { code: 'unreadable-run', message: 'Passed over in the history: x.json is not JSON: oh.' },
  ]);
});

// What makes a comparison doubtful: each with its figures, its border and the next step.

import { expect, test } from 'vitest';
import { type DocumentWords, documentOf } from '../testing/document-builder.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { comparisonWarnings, sameMachine } from './comparison-warnings.ts';

const run = (words: Partial<DocumentWords> = {}) => documentOf({ scenarios: [downloadPages], ...words });
const warnings = (base: Partial<DocumentWords>, head: Partial<DocumentWords>, marginRatio = 0.25) =>
  comparisonWarnings(run(base), run(head), marginRatio);
/** Those that not every comparison has. */
const special = (base: Partial<DocumentWords>, head: Partial<DocumentWords>) =>
  warnings(base, head).filter(({ code }) => code !== 'separate-runs');

test('two runs of one machine have only what two runs always have', () => {
  expect(warnings({}, {})).toEqual([
    {
      code: 'separate-runs',
      message:
        'Two fresh runs of identical code differ by 6 to 20 % on a shared machine, and no interval here can see that.',
      remedy: 'That is why a change only counts beyond the margin.',
    },
  ]);
});

test('a margin below 20 % expects false alarms', () => {
  expect(warnings({}, {}, 0.2).at(-1)?.remedy).toBe('That is why a change only counts beyond the margin.');
  expect(warnings({}, {}, 0.19).at(-1)?.remedy).toBe(
    'A margin of 19 % is below that: expect false alarms, or raise --margin.',
  );
});

test('another machine, or another runtime, is named on both sides', () => {
  const machine = { environment: { cpuModel: 'Other CPU', coreCount: 4 } };
  const remedy = 'Run both versions on the same machine.';
  expect(special({}, machine)).toEqual([
    {
      code: 'different-machines',
      message:
        'The runs differ in the machine (Example CPU @ 2.50GHz, 2 cores; Other CPU, 4 cores), so no cell is compared.',
      remedy,
    },
  ]);
  const runtime = { environment: { runtime: 'node v24.1.0' } };
  expect(special({}, runtime)[0]?.message).toBe(
    'The runs differ in the runtime (node v26.10.0; node v24.1.0), so no cell is compared.',
  );
  const both = { environment: { ...machine.environment, ...runtime.environment } };
  expect(special({}, both)[0]?.message).toMatch(/the machine \(.*\) and the runtime \(.*\), so no cell/);
});

test('the same machine: model, cores and major version', () => {
  const like = (environment: DocumentWords['environment'] & object) => sameMachine(run(), run({ environment }));
  expect(like({})).toBe(true);
  expect(like({ runtime: 'node v26.0.1', os: 'linux 5.1 x64', memoryBytes: 1 })).toBe(true);
  expect([like({ cpuModel: 'Other' }), like({ coreCount: 3 }), like({ runtime: 'node v27.10.0' })]).toEqual([
    false,
    false,
    false,
  ]);
});

test('an interrupted side is named', () => {
  const partial = (side: string) => ({
    code: 'partial-run',
    message: `The ${side} run was interrupted; it holds fewer rounds than planned.`,
    remedy: 'Run it again before relying on this.',
  });
  expect(special({ complete: false }, {})).toEqual([partial('base')]);
  expect(special({}, { complete: false })).toEqual([partial('head')]);
  expect(special({ complete: false }, { complete: false })).toHaveLength(2);
});

test('cores that the machine gave to one side only, beyond a tenth', () => {
  const gave = (cores: number) => ({ preflight: { effectiveCores: [1, cores] } });
  expect(special(gave(1.9), gave(1.3))).toEqual([
    {
      code: 'different-cores',
      message: 'The machine gave 1.9 cores to base and 1.3 to head; pool rows follow that.',
      remedy: 'Run both again, close together in time.',
    },
  ]);
  expect(special(gave(1.3), gave(1.9))).toHaveLength(1);
  expect(special(gave(1.9), gave(1.8))).toEqual([]);
  expect(special({ preflight: null }, gave(1))).toEqual([]);
  expect(special(gave(1), { preflight: null })).toEqual([]);
});

test('another profile', () => {
  expect(special({}, { settings: { profile: 'quick' } })).toEqual([
    {
      code: 'different-profiles',
      message: 'Base is a full run, head a quick one.',
      remedy: 'Run both in the same profile.',
    },
  ]);
});

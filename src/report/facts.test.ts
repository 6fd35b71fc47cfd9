// Where and how a run was made, in words that hold the figures of the document.

import { expect, test } from 'vitest';
import { machineName, reportFacts } from './facts.ts';
import { type DocumentWords, documentOf } from './testing/document-builder.ts';
import { quiet } from './testing/one-scenario.ts';
import { countPrimes, downloadPages } from './testing/sample-documents.ts';

const facts = (words: Partial<DocumentWords> = {}) =>
  Object.fromEntries(
    reportFacts(documentOf({ scenarios: [downloadPages], ...words })).map(({ label, value }) => [label, value]),
  );

test('machine, others, runtime, run and settings, in this order', () => {
  expect(Object.entries(facts())).toEqual([
    ['machine', 'Example CPU @ 2.50GHz, 2 cores (gave 1.9 when probed)'],
    ['others', 'used 0.1 of 2 cores while measuring'],
    ['runtime', 'node v26.10.0 on linux 6.8 x64'],
    ['run', '2026-11-22T10:00:00.000Z, overlap-bench 0.1.0, seed 42, commit 0123456789ab'],
    ['settings', 'full, budget 60 s, 3 epochs, c = 10, w = 2, measured for 12 s'],
  ]);
});

test('the machine: what as many threads as it has cores got, as far as that was probed', () => {
  const machine = (effectiveCores: number[], coreCount: number) =>
    facts({ preflight: { effectiveCores }, environment: { coreCount } }).machine;
  expect(machine([1, 1.7, 2.4], 2)).toMatch(/2 cores \(gave 1\.7 when probed\)$/);
  expect(machine([1, 1.7], 4)).toMatch(/4 cores \(gave 1\.7 when probed\)$/);
  expect(machine([], 4)).toMatch(/4 cores$/);
  expect(facts({ preflight: null }).machine).toMatch(/2 cores$/);
});

test('the machine: what pools got at the starts of epochs', () => {
  const machine = (...probes: number[][]) =>
    facts({ scenarios: probes.map((effectiveCores, at) => ({ ...countPrimes, id: `s${at}`, effectiveCores })) })
      .machine;
  expect(machine([1.04, 1.94], [1.5])).toMatch(
    /2 cores \(gave 1\.9 when probed, 1\.0 to 1\.9 at the starts of epochs\)$/,
  );
  expect(machine([1.5, 1.52])).toMatch(/, 1\.5 at the starts of epochs\)$/);
  expect(machine([], [1.5])).toMatch(/, 1\.5 at the start of epochs\)$/);
  expect(facts({ scenarios: [{ ...countPrimes, effectiveCores: [1.2] }], preflight: null }).machine).toMatch(
    /2 cores \(gave 1\.2 at the start of epochs\)$/,
  );
});

test('others: the mean over the rounds of each scenario, where files and systems tell', () => {
  const beside = (id: string, foreignCores: (round: number) => number | null) => ({
    ...quiet(downloadPages),
    id,
    arms: downloadPages.arms.map((arm) => ({
      ...arm,
      sample: ({ round }: { round: number }) => ({ foreignCores: foreignCores(round) }),
    })),
  });
  const others = (...scenarios: ReturnType<typeof beside>[]) => facts({ scenarios }).others;
  expect(others(beside('a', (round) => (round % 2 ? 1 : 0.5)))).toBe('used 0.8 of 2 cores while measuring');
  expect(
    others(
      beside('a', () => 0.21),
      beside('b', () => 0.9),
    ),
  ).toBe('used 0.2 to 0.9 of 2 cores while measuring, by scenario');
  expect(others(beside('a', (round) => (round === 3 ? 0.4 : null)))).toBe('used 0.4 of 2 cores while measuring');
  expect(others(beside('a', () => null))).toBe('not known');
  expect(facts({ environment: { coreCount: 1 } }).others).toBe('used 0.1 of 1 core while measuring');
});

test('one of a thing is not called many', () => {
  expect(machineName(documentOf({ scenarios: [], environment: { coreCount: 1 } }))).toBe(
    'Example CPU @ 2.50GHz, 1 core',
  );
  expect(facts({ settings: { epochCount: 1 } }).settings).toMatch(/, 1 epoch, c/);
  expect(facts({ settings: { epochCount: 1, warmupMs: 500 } }).settings).toMatch(/, 1 epoch, warm-up 0\.5 s an arm, c/);
});

test('in CI, and without a commit', () => {
  expect(facts({ environment: { ci: true } }).runtime).toBe('node v26.10.0 on linux 6.8 x64, in CI');
  expect(facts({ environment: { commit: null } }).run).toMatch(/, commit none$/);
});

test('settings: rounds before a budget, lists, and short budgets to a tenth of a second', () => {
  const settings = (words: DocumentWords['settings'] = {}) => facts({ settings: words }).settings;
  expect(settings({ roundCount: 40 })).toMatch(/^full, 40 rounds, /);
  expect(settings({ concurrencies: [4, 16], threadCounts: [2, 4] })).toMatch(/c = 4, 16, w = 2, 4, /);
  expect(settings({ concurrencies: null })).toMatch(/c = each scenario's own, /);
  expect(settings({ budgetMs: 2500 })).toMatch(/budget 2\.5 s/);
  expect(settings({ budgetMs: 9999 })).toMatch(/budget 10\.0 s/);
  expect(settings({ budgetMs: 10_000 })).toMatch(/budget 10 s/);
});

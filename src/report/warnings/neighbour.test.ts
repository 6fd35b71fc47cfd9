// What is said of a neighbour who stayed: its share, the rows that it held back, and which way they err.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import { type DocumentWords, documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { dataOf, quiet } from '../testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { neighbourWarnings } from './neighbour.ts';

/** The scenario with arms of their own, all of which live through the same rounds beside others. */
function beside(
  foreignCores: (round: number) => number | null,
  scenario: ScenarioWords,
  change: (name: string) => Partial<Sample> = () => ({}),
  words: Partial<DocumentWords> = {},
) {
  const arms = scenario.arms.map((arm) => ({
    ...arm,
    sample: ({ round }: Sample) => ({ foreignCores: foreignCores(round), ...change(arm.strategyId) }),
  }));
  return neighbourWarnings(dataOf(quiet({ ...scenario, arms, roundCount: 10 }), words));
}

/** One thread computes all the time; the pool would keep two busy. */
const computes = (name: string): Partial<Sample> => ({
  ...{ wallMs: 100, cpuMs: 100, computeWallMs: name === 'pool' ? 190 : 100 },
  serverCpuMs: 0,
});

test('beside computing, the rows that want more than is left read high, and their factors low', () => {
  expect(beside((round) => (round === 0 ? 0 : 0.9), countPrimes, computes)).toEqual([
    {
      code: 'neighbour',
      message:
        'others used 0.9 of 2 cores in 9 of 10 rounds: pool w2 (wants 1.9 cores) competed with them, so its time reads high and its factor low.',
      remedy: 'Close other programs, or wait for a quiet host, and run again.',
    },
  ]);
});

test('beside waiting it is told as well, with what it did not do', () => {
  const waits = () => ({ wallMs: 100, cpuMs: 20, computeWallMs: 0, serverCpuMs: 5 });
  expect(beside(() => 0.9, downloadPages, waits)[0]?.message).toBe(
    'others used 0.9 of 2 cores in 10 of 10 rounds: no row was seen to want more cores than they left.',
  );
});

test('the server of an arm wants cores too, and a reference that was held back says nothing of factors', () => {
  const handles = (serverCpuMs: number) => () => ({ wallMs: 100, cpuMs: 80, computeWallMs: 0, serverCpuMs });
  const all = beside(() => 1, downloadPages, handles(40))[0]?.message;
  expect(all).toMatch(
    /rounds: sequential, .* and .* \(want 1\.2 cores\) competed with them, so their times read high\.$/,
  );
  expect(all).not.toContain('placebo');
  // At most a twentieth beyond what the machine has is within what can be read.
  expect(beside(() => 1, downloadPages, handles(30))[0]?.message).toMatch(/no row was seen to want more/);
});

test('it is told from a tenth of the cores on, on average, however many they are', () => {
  const codes = (cores: number, coreCount: number) =>
    beside(() => cores, countPrimes, computes, { environment: { coreCount } }).map(({ code }) => code);
  for (const coreCount of [1, 2, 64]) {
    expect(codes(0.1 * coreCount, coreCount)).toEqual([]);
    expect(codes(0.11 * coreCount, coreCount)).toEqual(['neighbour']);
  }
  expect(beside(() => 3, countPrimes, computes, { environment: { coreCount: 64 } })).toEqual([]);
  expect(beside((round) => (round < 2 ? 0.9 : 0), countPrimes, computes)).toEqual([]);
  expect(beside((round) => (round < 3 ? 0.9 : 0), countPrimes, computes)[0]?.message).toMatch(/in 3 of 10 rounds/);
});

test('nothing is said where nothing is known or measured', () => {
  expect(beside(() => null, countPrimes, computes)).toEqual([]);
  expect(neighbourWarnings({ ...dataOf(countPrimes), arms: [] })).toEqual([]);
  expect(documentOf({ scenarios: [countPrimes] }).cells[0]?.samples[0]?.foreignCores).toBe(0.05);
});

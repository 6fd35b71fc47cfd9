// What a reader should know about the whole run: each warning with its figures, its border and the next step.

import { expect, test } from 'vitest';
import type { Settings } from '../../model/document/document.ts';
import { type DocumentWords, documentOf } from '../testing/document-builder.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { reportWarnings } from './report-warnings.ts';

const warnings = (words: Partial<DocumentWords>) =>
  reportWarnings(documentOf({ scenarios: [downloadPages, countPrimes], ...words }));
const codes = (words: Partial<DocumentWords>) => warnings(words).map(({ code }) => code);
const only = (words: Partial<DocumentWords>) => {
  const [warning, ...others] = warnings(words);
  expect(others).toEqual([]);
  return warning;
};

test('an ordinary run has none', () => expect(codes({})).toEqual([]));

test('an interrupted run', () => {
  expect(only({ complete: false })).toEqual({
    code: 'partial-run',
    message: 'The run was interrupted; this is what had been measured by then.',
    remedy: 'Run it again for the rest.',
  });
});

test('a machine that nobody probed', () => {
  expect(only({ preflight: null })).toEqual({
    code: 'no-preflight',
    message: 'The machine was not probed, so predictions count no overheads and assume every core.',
    remedy: 'Run `overlap preflight` to see what it gives.',
  });
});

const remedy = 'Close other programs, or lift the limit of a container, before relying on rows of pools.';

test('cores: below 85 % of those asked for, told as what was given and never as a limit', () => {
  const gave = (effectiveCores: number[], coreCount = 2) =>
    warnings({ preflight: { effectiveCores }, environment: { coreCount } });
  expect(gave([1, 1.69])).toEqual([
    {
      code: 'fewer-cores',
      message: 'Probed before the run, this machine gave 1.7 cores where 2 were asked for.',
      remedy,
    },
  ]);
  expect(gave([1, 1.7])).toEqual([]);
  expect(gave([1, 1.2], 4)[0]?.message).toMatch(/gave 1\.2 cores where 2 were asked for/);
  expect(gave([1, 1.2, 1.3, 1.4, 1.5], 4)[0]?.message).toMatch(/gave 1\.4 cores where 4 were asked for/);
  expect(gave([1, 2, 2, 2], 2)).toEqual([]);
  expect(gave([1], 4)).toEqual([]);
  expect(gave([])).toEqual([]);
});

test('cores: of the epochs most count, and only those of pools that ask for more than one', () => {
  const probed = (effectiveCores: number[], before: number[] = [1, 1.9]) =>
    warnings({ scenarios: [downloadPages, { ...countPrimes, effectiveCores }], preflight: { effectiveCores: before } });
  expect(probed([1.9, 1.04, 1.2])).toEqual([
    {
      code: 'fewer-cores',
      message:
        'Probed before the run and at the starts of epochs, this machine gave 1.0 to 1.9 cores where 2 were asked for.',
      remedy,
    },
  ]);
  expect(probed([1.9, 1.04, 1.9])).toEqual([]);
  expect(probed([1.2], [])[0]?.message).toBe(
    'Probed at the start of epochs, this machine gave 1.2 cores where 2 were asked for.',
  );
  const alone = countPrimes.arms.map((arm) => (arm.threads === undefined ? arm : { ...arm, threads: 1 }));
  expect(warnings({ scenarios: [{ ...countPrimes, arms: alone, effectiveCores: [1] }] })).toEqual([]);
});

test('stolen time: above 5 %', () => {
  expect(only({ preflight: { stealRatio: 0.124 } })).toEqual({
    code: 'steal',
    message: 'Others took 12 % of the CPU time while the machine was probed.',
    remedy: 'Trust ratios more than milliseconds.',
  });
  expect(codes({ preflight: { stealRatio: 0.05 } })).toEqual([]);
  expect(codes({ preflight: { stealRatio: null } })).toEqual([]);
});

const oneEpoch = { scenarios: [{ ...downloadPages, epochCount: 1 }] };

test('one epoch: what it cannot see, and what to ask for', () => {
  expect(only(oneEpoch)).toEqual({
    code: 'single-epoch',
    message: 'All rounds come from one set of processes; two processes of the same code differ by a few percent.',
    remedy: 'There were too few rounds for more: use --rounds or a larger --budget.',
  });
  const asking = (settings: Partial<Settings>) => only({ ...oneEpoch, settings })?.remedy;
  expect(asking({ epochCount: 2 })).toBe('Use --epochs 3 or more before relying on small differences.');
  expect(asking({ epochCount: 2, roundCount: 8 })).toBe('Use --epochs 3 or more before relying on small differences.');
  expect(asking({ epochCount: 2, roundCount: 7 })).toBe(
    'Use --epochs 3 or more and more --rounds before relying on small differences.',
  );
  expect(codes({ scenarios: [downloadPages, { ...countPrimes, epochCount: 1 }] })).toEqual([]);
  expect(codes({ scenarios: [{ ...downloadPages, arms: [] }] })).toEqual([]);
});

test('few rounds: how many scenarios, and the least', () => {
  const withRounds = (...counts: number[]) =>
    warnings({ scenarios: counts.map((roundCount, at) => ({ ...downloadPages, id: `s${at}`, roundCount })) });
  expect(withRounds(7, 30, 5)).toEqual([
    {
      code: 'few-rounds',
      message: '2 of 3 scenarios have fewer than 8 rounds (5 at least), which can only decide large differences.',
      remedy: 'Use --rounds or a larger --budget for more.',
    },
  ]);
  expect(withRounds(8, 30)).toEqual([]);
  expect(codes({ scenarios: [downloadPages, { ...countPrimes, arms: [] }] })).toEqual([]);
});

test('few rounds: dropped ones do not count, for no arm', () => {
  const disturbed = (count: number) => {
    const arms = downloadPages.arms.map((arm) =>
      arm.strategyId === 'gather'
        ? { ...arm, sample: ({ round }: { round: number }) => (round < count ? { contaminated: 'steal' } : {}) }
        : arm,
    );
    return codes({ scenarios: [{ ...downloadPages, arms, roundCount: 12 }] });
  };
  expect(disturbed(4)).toEqual([]);
  expect(disturbed(5)).toEqual(['few-rounds']);
});

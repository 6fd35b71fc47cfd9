// What a reader should know about one scenario: each warning with its figures, its border and the next step.

import { expect, test } from 'vitest';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { dataOf, quiet } from '../testing/one-scenario.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { scenarioWarnings } from './scenario-warnings.ts';

const data = dataOf(quiet(downloadPages));
const told = (words: Partial<ScenarioWords>) => dataOf(quiet({ ...downloadPages, ...words }));
const codes = (on: ScenarioData, referenceTrusted = true) =>
  scenarioWarnings(on, referenceTrusted).map(({ code }) => code);
const only = (on: ScenarioData, referenceTrusted = true) => {
  const [warning, ...others] = scenarioWarnings(on, referenceTrusted);
  expect(others).toEqual([]);
  return warning;
};

test('an ordinary scenario has none', () => expect(codes(data)).toEqual([]));

test('no reference: named where the document names one', () => {
  expect(only(data, false)).toEqual({
    code: 'no-reference',
    message: 'sequential, the reference, has no numbers, so no speed-up and no winner can be given.',
    remedy: 'Its reason stands above; run again once it is gone.',
  });
  const unnamed = { ...data, record: { ...data.record, reference: null } };
  expect(only(unnamed, false)?.message).toBe('no arm is the reference, so no speed-up and no winner can be given.');
});

test('no reference: nothing is missed where nothing was measured and none was named', () => {
  const record = { ...data.record, reference: null };
  expect(codes({ ...data, record, arms: [] }, false)).toEqual([]);
  expect(codes({ ...data, arms: [] }, false)).toEqual(['no-reference']);
  const silent = data.arms.map((arm) => ({ ...arm, samples: [] }));
  expect(codes({ ...data, record, arms: silent }, false)).toEqual([]);
  expect(codes({ ...data, record, arms: [...silent, ...data.arms.slice(0, 1)] }, false)).toEqual(['no-reference']);
});

test('too short: the fastest completed arm below a millisecond', () => {
  const batch = (...walls: number[]) =>
    told({ arms: walls.map((wallMs, index) => ({ strategyId: ['sequential', 'gather'][index] ?? 'pool', wallMs })) });
  expect(only(batch(5, 0.25))).toEqual({
    code: 'too-short',
    message: 'a batch takes 0.25 ms, too short to judge: reading the clocks takes as long.',
    remedy: 'Give the tasks more work or raise --tasks, until a batch takes 5 ms or more.',
  });
  expect(codes(batch(5, 1))).toEqual([]);
  const failed = { state: 'failed', failure: { code: 'X', message: 'y' } } as const;
  const arms = [
    { strategyId: 'sequential', wallMs: 5 },
    { strategyId: 'gather', wallMs: 0.2, status: failed },
  ];
  expect(codes(told({ arms }))).toEqual([]);
});

const rounds = (count: number) => new Set(Array.from({ length: count }, (_, round) => round));
const dropped = (count: number) => ({ ...data, droppedRounds: rounds(count) });

test('disturbed rounds: told up to a fifth of them, and more than that cannot be judged', () => {
  expect(only(dropped(1))).toEqual({
    code: 'contaminated',
    message: '1 of 30 rounds disturbed from outside; dropped for all arms.',
    remedy: 'Nothing to do unless it happens often.',
  });
  expect(codes(dropped(6))).toEqual(['contaminated']);
  expect(only(dropped(7))).toEqual({
    code: 'unmeasurable',
    message: '7 of 30 rounds disturbed from outside; more than 20 % cannot be judged.',
    remedy: 'Run again when the machine is quiet.',
  });
});

test('partial: fewer rounds than planned, though some', () => {
  expect(only(told({ plannedRoundCount: 31 }))).toEqual({
    code: 'partial',
    message: 'the run ended after 30 of 31 planned rounds.',
    remedy: 'Run it again, with a larger --budget if it ran out of time.',
  });
  const few = told({ plannedRoundCount: 31 });
  const settings = { ...few.settings, mostRequestCount: 100 };
  expect(only({ ...few, settings })?.remedy).toMatch(/more --max-requests/);
  expect(codes(told({ plannedRoundCount: 30 }))).toEqual([]);
  expect(codes({ ...told({ plannedRoundCount: 31 }), rounds: new Set() })).toEqual([]);
});

test('no calibration: told once something was measured', () => {
  expect(only({ ...data, totals: null })).toEqual({
    code: 'no-calibration',
    message: 'calibration did not finish, so there is no floor and no prediction.',
    remedy: 'Run it again.',
  });
  expect(codes({ ...data, totals: null, rounds: new Set() })).toEqual([]);
});

// What the checks of lessons see, in timelines that differ in the one thing.

import { describe, expect, it } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import { rowWith, timelineOf } from '../testing/timeline-of.ts';
import { allAtOnce, atLeast, atMost, exactly, mostAtOnce } from './at-once.ts';
import type { Check } from './in-samples.ts';
import { hardlyAny, moreOf, mostly } from './kinds.ts';
import {
  acrossGroupsOf,
  answersWaitForOthers,
  endsOutOfTurn,
  goesOnAfterIt,
  inGroupsOf,
  leavesTasksUnbegun,
  waitsForAll,
} from './order.ts';
import {
  everyWorkerHasTasks,
  isUndecidedOrWithheld,
  isWithheld,
  noTaskFails,
  paysLaterOrNever,
  startUpStandsApart,
  tasksFail,
  workersDifferInTasks,
} from './row.ts';

/** Whether it holds for a row with one sample of these tasks. */
const sees = (check: Check, lines: readonly string[], batchLetters?: number) =>
  check(rowWith([timelineOf(lines, batchLetters)]));

describe('at once', () => {
  it.each([
    ['stairs', ['ss', '..ss', '....ss'], 1],
    ['a stack', ['ss', 'ss', 'ss'], 3],
    ['a pair that overlaps', ['sss', '..sss', '.....s'], 2],
  ])('%s', (_, lines, most) => {
    expect(mostAtOnce(timelineOf(lines), 'under way')).toBe(most);
    expect(mostAtOnce(timelineOf(lines), 'server')).toBe(most);
    expect([sees(atMost(most, 'server'), lines), sees(atMost(most - 1, 'server'), lines)]).toEqual([true, false]);
    expect([sees(atLeast(most, 'server'), lines), sees(atLeast(most + 1, 'server'), lines)]).toEqual([true, false]);
  });

  it('exactly is at least and at most', () => {
    expect([0, 1, 2].map((count) => sees(exactly(count, 'computing here'), ['bc', 'bbc']))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('counts segments of the kind only', () => {
    const lines = ['bc', 'bbc', 'bbbc'];
    expect(mostAtOnce(timelineOf(lines), 'computing here')).toBe(1);
    expect(mostAtOnce(timelineOf(lines), 'under way')).toBe(3);
    expect(mostAtOnce(timelineOf(['e', '~', 'c', 's']), 'elsewhere')).toBe(2);
  });

  it('takes what a task does next for the same stretch, however short its parts are beside the batch', () => {
    const lines = ['bscb', 'bscb', '.bsc'];
    expect(mostAtOnce(timelineOf(lines, 150), 'under way')).toBe(3);
    expect(mostAtOnce(timelineOf(lines, 150), 'server')).toBe(0);
  });

  it('all are as many as the batch has, kept or not', () => {
    const two = timelineOf(['s', 's']);
    expect(allAtOnce('server')(rowWith([two]))).toBe(true);
    expect(allAtOnce('server')(rowWith([two], { taskCount: 3 }))).toBe(false);
  });

  it('clocks that differ by a hair make no overlap', () => {
    const [one, other] = [timelineOf(['ss']).tasks[0], timelineOf(['..ss']).tasks[0]];
    if (one === undefined || other === undefined) throw new Error('no tasks');
    const early = { ...other, segments: other.segments.map((each) => ({ ...each, fromUs: each.fromUs - 20 })) };
    expect(mostAtOnce({ ...timelineOf([]), tasks: [one, early] }, 'server')).toBe(1);
  });

  it('what overlaps by less than a picture shows is none', () => {
    const [one, other] = timelineOf(['s'.repeat(50), 's']).tasks;
    if (one === undefined || other === undefined) throw new Error('no tasks');
    const overlapping = (byUs: number, batchUs: number) => {
      const late = { ...other, segments: [{ kind: 'server' as const, fromUs: 50_000 - byUs, toUs: 90_000 }] };
      return mostAtOnce({ ...timelineOf([]), batchUs, tasks: [one, late] }, 'server');
    };
    expect([overlapping(900, 100_000), overlapping(1_100, 100_000), overlapping(900, 80_000)]).toEqual([1, 2, 2]);
  });
});

it('nothing is seen without a sample, and everything in each of them', () => {
  const [stairs, stack] = [timelineOf(['s', '.s']), timelineOf(['s', 's'])];
  expect(atMost(1, 'server')(rowWith([]))).toBe(false);
  expect(atMost(1, 'server')(rowWith([stairs, stairs]))).toBe(true);
  expect(atMost(1, 'server')(rowWith([stairs, stack]))).toBe(false);
});

describe('kinds', () => {
  it('mostly is more than any other', () => {
    expect(sees(mostly('loop busy'), ['sbbc', 'sbc'])).toBe(true);
    expect(sees(mostly('loop busy'), ['sbbc', 'sscb'])).toBe(false);
    expect(sees(mostly('pool queue'), ['s'])).toBe(false);
  });

  it('more of one than of another', () => {
    expect(sees(moreOf('loop busy', 'server'), ['sbbccc'])).toBe(true);
    expect(sees(moreOf('loop busy', 'server'), ['sb'])).toBe(false);
  });

  it('hardly any of one', () => {
    expect([sees(hardlyAny('computing here'), ['se']), sees(hardlyAny('computing here'), ['se', 'sc'])]).toEqual([
      true,
      false,
    ]);
  });
});

describe('order', () => {
  const grouped = ['s', 'sss', '...s', '...ss'];
  const sliding = ['s', 'sss', '.sss', '...ss'];
  const mixed = [...grouped, '....ss'];

  it('groups wait for the slowest of the one before', () => {
    expect([grouped, sliding, mixed].map((lines) => sees(inGroupsOf(2), lines))).toEqual([true, false, false]);
    expect([grouped, sliding, mixed].map((lines) => sees(acrossGroupsOf(2), lines))).toEqual([false, true, true]);
  });

  it('answers wait where another computes between them and their own computing', () => {
    const late = ['scc', 'sbbcc', 'sbbbbcc'];
    const early = ['scc', 'sssbcc', 'sssssbcc'];
    expect([late, early, ['s', 's']].map((lines) => sees(answersWaitForOthers, lines))).toEqual([true, false, false]);
  });

  it('out of turn is an end before the end of one begun earlier', () => {
    expect(
      [
        ['ee', '.ee'],
        ['ee', 'ee'],
        ['eee', 'ee'],
      ].map((lines) => sees(endsOutOfTurn, lines)),
    ).toEqual([false, false, true]);
  });

  it('after a failure others go on, or are waited for', () => {
    const lines = ['s!', 'sss'];
    expect([
      sees(goesOnAfterIt, lines, 1),
      sees(goesOnAfterIt, lines, 3),
      sees(goesOnAfterIt, ['s', 'sss'], 1),
    ]).toEqual([true, false, false]);
    expect([sees(waitsForAll, lines, 3), sees(waitsForAll, lines, 1), sees(waitsForAll, ['s', 'sss'], 3)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('after a failure none is begun, and some never are', () => {
    const [stops, starts] = [
      ['s', '.s!'],
      ['s', '.s!', '..s'],
    ];
    const leaves = (lines: readonly string[], taskCount: number) =>
      leavesTasksUnbegun(rowWith([timelineOf(lines)], { taskCount }));
    expect([leaves(stops, 3), leaves(stops, 2), leaves(starts, 4), leaves(['s'], 2)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('rows', () => {
  const key = { scenarioId: 'any', strategyId: 'any', parameters: { threads: 2 }, subject: 'worktree' } as const;
  const with2 = (lines: readonly string[]) => rowWith([timelineOf(lines)], { key });

  it('workers have tasks, and some have more', () => {
    expect([everyWorkerHasTasks(with2(['0w', '1w'])), everyWorkerHasTasks(with2(['0w', '0w']))]).toEqual([true, false]);
    expect([workersDifferInTasks(with2(['0w', '1w', '0w'])), workersDifferInTasks(with2(['0w', '1w']))]).toEqual([
      true,
      false,
    ]);
  });

  it('start-up is there in every epoch', () => {
    const opened = (openMs: number[]) => startUpStandsApart(rowWith([], { openMs, key }));
    expect([opened([40, 41]), opened([40, 0]), opened([])]).toEqual([true, false, false]);
    const without = rowWith([], { openMs: [1], key: { ...key, parameters: {} } });
    expect(startUpStandsApart(without)).toBe(false);
  });

  it('a loan is not paid back by the first batch', () => {
    const pays = (breakEvenBatchCount: number | null) => paysLaterOrNever(rowWith([], {}, { breakEvenBatchCount }));
    expect([pays(1), pays(2), pays(null)]).toEqual([false, true, true]);
    expect(paysLaterOrNever(rowWith([], {}, { verdict: 'reference', breakEvenBatchCount: null }))).toBe(false);
  });

  it('tasks fail in every sample, or in none', () => {
    const failing = (...counts: number[]) =>
      rowWith([], { samples: counts.map((failedCount) => ({ failedCount }) as Sample) });
    expect([tasksFail(failing(1, 2)), tasksFail(failing(1, 0)), tasksFail(failing())]).toEqual([true, false, false]);
    expect([noTaskFails(failing(0, 0)), noTaskFails(failing(1, 0)), noTaskFails(failing())]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('a row without numbers says why', () => {
    expect([isWithheld(rowWith([], {}, { reason: 'Why.' })), isWithheld(rowWith([], {}, { reason: null }))]).toEqual([
      true,
      false,
    ]);
  });

  it('nothing is decided where an audit fails, or the run cannot tell', () => {
    const row = (reason: string | null, verdict: 'faster' | 'undecided' | null, passed: boolean) =>
      isUndecidedOrWithheld(rowWith([], {}, { reason, verdict, audits: [{ id: 'any', passed, detail: 'Why.' }] }));
    expect([row('Why.', null, false), row(null, 'undecided', true)]).toEqual([true, true]);
    expect([row('It threw.', null, true), row(null, 'faster', true), row('Why.', 'undecided', true)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

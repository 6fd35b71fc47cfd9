// Start-up of a pool: paid once, earned back by batches, or never.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { atLeast, exactly } from '../seeing/at-once.ts';
import { paysLaterOrNever, startUpStandsApart } from '../seeing/row.ts';

export const onlyOnce: Lesson = {
  number: 5,
  name: 'only-once',
  title: 'Only once',
  minutes: 8,
  question:
    'Four short computing tasks, done once in the life of a program. You have two cores. Do you start a pool of threads for them?',
  answers: [
    'Yes: computing belongs into threads.',
    'No: starting the threads takes longer than the tasks.',
    'It does not matter: threads start in no time.',
  ],
  rightAnswer: 1,
  because:
    'A worker thread is an engine of its own that has to be started and has to load the code. That is a loan: many batches earn ' +
    'it back, a single small one does not.',
  experiment: {
    scenarioIds: ['few-short-tasks'],
    flags: '--strategy sequential,pool --threads 2',
    budgetSeconds: 4,
    shows: ['--timeline sequential,pool', '--details'],
    sights: [
      {
        row: 'pool',
        text: 'has a start-up beside its time, in the `--details`: no bar and no median contains it.',
        holds: startUpStandsApart,
      },
      {
        row: 'pool',
        text: 'does not pay with the first batch. Where it pays at all, the report says from which batch on.',
        holds: paysLaterOrNever,
      },
      {
        row: 'sequential',
        text: 'computes (█) one after the other, and has nothing to start.',
        holds: exactly(1, 'computing here'),
      },
    ],
  },
  takeAway: 'Start-up is a loan. Count the batches before you take it, and never take it anew for each.',
  change: {
    idea: 'The same tasks, ten times as many in a batch. From which batch on does the pool pay now?',
    scenarioIds: ['few-short-tasks'],
    flags: '--tasks 40 --strategy sequential,pool --threads 2',
    budgetSeconds: 4,
    shows: ['--timeline pool', '--details'],
    sights: [
      {
        row: 'pool',
        text: 'has its start-up as before, beside its time: what a batch gains has changed, not what is to be paid back.',
        holds: startUpStandsApart,
      },
      {
        row: 'pool',
        text: 'has two tasks computing (▓) at once.',
        holds: atLeast(2, 'computing in a worker'),
      },
    ],
  },
  unless:
    'With one core a pool gains nothing and the report names no batch: the loan is never paid back. Beside busy neighbours the gain may ' +
    'be undecided, and no batch is named either. Where the crossing is differs from machine to machine; that there is one is the ' +
    'point.',
};

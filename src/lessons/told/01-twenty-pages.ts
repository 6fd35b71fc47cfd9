// The classic story in one sitting: wait one by one, wait together, compute together, compute in threads.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { allAtOnce, atLeast, atMost, exactly } from '../seeing/at-once.ts';
import { mostly } from '../seeing/kinds.ts';

export const twentyPages: Lesson = {
  number: 1,
  name: 'twenty-pages',
  title: 'Twenty pages, ten counts of primes',
  minutes: 10,
  question:
    'A program downloads twenty pages, another counts primes ten times. Each is written three ways: await one after ' +
    'the other, Promise.all, and two worker threads. Which way is best for which?',
  answers: [
    'Promise.all for both: asynchronous code is faster code.',
    'Promise.all for the pages, threads for the primes.',
    'Threads for both: two workers do twice as much.',
    'It makes no difference: the work is the same.',
  ],
  rightAnswer: 1,
  because:
    'A page is nearly all waiting, and one thread can wait for twenty answers as well as for one. A prime is all computing, ' +
    'and one thread computes one thing at a time, however many promises there are.',
  experiment: {
    scenarioIds: ['download-pages', 'count-primes'],
    flags: '--strategy sequential,gather,pool --threads 2',
    budgetSeconds: 24,
    shows: ['--timeline sequential,gather,pool'],
    sights: [
      {
        scenarioId: 'download-pages',
        row: 'sequential',
        text: 'draws stairs. Each page is held back (·) until the one before it is there; one is under way at a time.',
        holds: atMost(1, 'under way'),
      },
      {
        scenarioId: 'download-pages',
        row: 'gather',
        text: 'draws a stack. All twenty pages are under way at once, and one thread waits for all of them.',
        holds: allAtOnce('under way'),
      },
      {
        scenarioId: 'download-pages',
        row: 'pool',
        text: 'has the server (─) at no more than two pages at a time: a worker that waits for one asks for no other.',
        holds: atMost(2, 'server'),
      },
      {
        scenarioId: 'count-primes',
        row: 'sequential',
        text: 'draws the same stairs, this time of computing (█).',
        holds: (seen) => atMost(1, 'under way')(seen) && exactly(1, 'computing here')(seen),
      },
      {
        scenarioId: 'count-primes',
        row: 'gather',
        text: 'has started all ten, and still no two compute (█) at the same time.',
        holds: (seen) => allAtOnce('under way')(seen) && exactly(1, 'computing here')(seen),
      },
      {
        scenarioId: 'count-primes',
        row: 'gather',
        text: 'spends most of its tasks’ time with ░: the task could run, and the one thread is busy with another.',
        holds: mostly('loop busy'),
      },
      {
        scenarioId: 'count-primes',
        row: 'pool',
        text: 'has two tasks computing (▓) at once, one in each worker.',
        holds: atLeast(2, 'computing in a worker'),
      },
    ],
  },
  takeAway:
    'Ask first what a task does with its time. One thread waits for many; computing needs a thread for each that is to run.',
  change: {
    idea: 'Give the pages twice as many workers. How does the pool’s picture change, and how many would it take to look like Promise.all?',
    scenarioIds: ['download-pages'],
    flags: '--strategy gather,pool --threads 4',
    budgetSeconds: 4,
    shows: ['--timeline gather,pool', '--details'],
    sights: [
      {
        row: 'pool',
        text: 'has the server at more than two pages at once now, and at no more than it has workers.',
        holds: (seen) => atLeast(3, 'server')(seen) && atMost(4, 'server')(seen),
      },
      {
        row: 'gather',
        text: 'has it at more than that with no worker at all. A pool would need a worker for each page; what starting them takes is the start-up in `--details`.',
        holds: atLeast(5, 'server'),
      },
    ],
  },
  unless:
    'On one core two workers take turns: the picture still has both computing at once, and the table shows little or no gain. ' +
    'With a busy neighbour the table may say “undecided”, or “no gain” where the neighbour has the second core; the pictures hold all the same.',
};

// Promise.all on work that computes: all are started, one computes.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { allAtOnce, atLeast, atMost, exactly } from '../seeing/at-once.ts';
import { moreOf, mostly } from '../seeing/kinds.ts';

export const primesTogether: Lesson = {
  number: 3,
  name: 'primes-together',
  title: 'Primes, all together',
  minutes: 5,
  question:
    'Ten async functions count primes and never wait. Promise.all starts all ten. How many of them compute at the same time?',
  answers: ['All ten, as with the pages.', 'As many as the machine has cores.', 'One.'],
  rightAnswer: 2,
  because:
    'JavaScript of one thread runs one thing at a time, and a function that never waits never lets go of it. Promises are ' +
    'notes about results; they bring no hands.',
  experiment: {
    scenarioIds: ['count-primes'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 4,
    shows: ['--timeline sequential,gather'],
    sights: [
      {
        row: 'gather',
        text: 'has all ten under way from the start: no task is held back.',
        holds: allAtOnce('under way'),
      },
      {
        row: 'gather',
        text: 'never has two tasks computing (█) at once: the computing parts make stairs.',
        holds: exactly(1, 'computing here'),
      },
      {
        row: 'gather',
        text: 'is mostly ░: started, able to run, and waiting for the one thread.',
        holds: mostly('loop busy'),
      },
      {
        row: 'sequential',
        text: 'computes in the same stairs, and calls the time before a step held back (·) instead of ░.',
        holds: atMost(1, 'under way'),
      },
    ],
  },
  takeAway: 'Started is not computing. Look for █ above █: where there is none, nothing runs side by side.',
  change: {
    idea: 'Hand the same ten to two worker threads. Where will the ░ be now?',
    scenarioIds: ['count-primes'],
    flags: '--strategy gather,pool --threads 2',
    budgetSeconds: 3,
    shows: ['--timeline gather,pool'],
    sights: [
      {
        row: 'pool',
        text: 'has two tasks computing (▓) at once.',
        holds: atLeast(2, 'computing in a worker'),
      },
      {
        row: 'pool',
        text: 'never has three: the others wait in the pool’s queue (╌), and what was ░ is hardly there.',
        holds: (seen) => exactly(2, 'computing in a worker')(seen) && moreOf('pool queue', 'loop busy')(seen),
      },
    ],
  },
  unless:
    'The first run shows on every machine. In the second, on one core, the workers take turns below what the picture can ' +
    'see: both bars stand side by side, and each is longer.',
};

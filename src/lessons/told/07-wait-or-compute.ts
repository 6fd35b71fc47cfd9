// Work that waits and computes: each part where it overlaps.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { atLeast, atMost, exactly } from '../seeing/at-once.ts';

export const waitOrCompute: Lesson = {
  number: 7,
  name: 'wait-or-compute',
  title: 'Wait here, compute there',
  minutes: 8,
  question:
    'Eight tasks download a page and then work on it. Promise.all overlaps waiting, two workers overlap computing. Which of the ' +
    'two do you take, or can you have both?',
  answers: [
    'Promise.all: downloads take the time.',
    'The pool: it does everything in threads.',
    'Both: wait on the main thread, compute in the pool.',
  ],
  rightAnswer: 2,
  because:
    'A worker that waits computes nothing, and a main thread that computes picks up no answers. Waiting on the one and computing in ' +
    'the others keeps both free for what they are good at.',
  experiment: {
    scenarioIds: ['download-then-hash'],
    flags: '--strategy gather,pool,gather+pool --threads 2',
    budgetSeconds: 4,
    shows: ['--timeline gather,pool,gather+pool'],
    sights: [
      {
        row: 'gather',
        text: 'has more than two pages at the server (─) at once, and computes (█) one at a time.',
        holds: (seen) => atLeast(3, 'server')(seen) && exactly(1, 'computing here')(seen),
      },
      {
        row: 'pool',
        text: 'never has more than two pages at the server: each worker waits for its own.',
        holds: atMost(2, 'server'),
      },
      {
        row: 'gather+pool',
        text: 'has more than two at the server, and then two computing (▓) at once.',
        holds: (seen) => atLeast(3, 'server')(seen) && atLeast(2, 'computing in a worker')(seen),
      },
    ],
  },
  takeAway: 'Overlap each part where it lives: waiting on the loop, computing in threads.',
  change: {
    idea: 'The same with one worker. Which half of the gain is left?',
    scenarioIds: ['download-then-hash'],
    flags: '--strategy gather,gather+pool --threads 1',
    budgetSeconds: 3,
    shows: ['--timeline gather,gather+pool'],
    sights: [
      {
        row: 'gather+pool',
        text: 'still has more than two pages at the server at once: the waiting overlaps.',
        holds: atLeast(3, 'server'),
      },
      {
        row: 'gather+pool',
        text: 'computes (▓) one task at a time: the computing does not.',
        holds: exactly(1, 'computing in a worker'),
      },
    ],
  },
  unless:
    'On one core the computing parts stand side by side in the picture and gain nothing in the table. The order of the rows ' +
    'may be undecided on two busy cores; who waits and who computes is not.',
};

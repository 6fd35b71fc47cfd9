// Which thread does native code run on; and when a number should not be believed.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { atLeast, exactly } from '../seeing/at-once.ts';
import { hardlyAny } from '../seeing/kinds.ts';

export const nativeBelievable: Lesson = {
  number: 12,
  name: 'native-believable',
  title: 'Native, and believable',
  minutes: 10,
  question:
    'Two programs call native code of node:crypto from a list of promises. One hashes with a function that returns its result, one ' +
    'derives keys with a function that calls back. Which of them computes more than one thing at a time under Promise.all?',
  answers: [
    'Both: native code is outside of JavaScript’s one thread.',
    'The one that calls back: it hands the work to other threads.',
    'Neither: there is one thread.',
  ],
  rightAnswer: 1,
  because:
    'Native is fast, not parallel. A call that returns its result has used the calling thread until then. One that calls back has given ' +
    'the work to libuv’s threads, of which there are four unless UV_THREADPOOL_SIZE says otherwise.',
  experiment: {
    scenarioIds: ['hash-blocks', 'derive-keys'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 6,
    shows: ['--timeline sequential,gather'],
    sights: [
      {
        scenarioId: 'hash-blocks',
        row: 'gather',
        text: 'computes (█) on the main thread, one at a time.',
        holds: exactly(1, 'computing here'),
      },
      {
        scenarioId: 'derive-keys',
        row: 'gather',
        text: 'computes in another thread (▒), more than one at a time, though the program has no worker.',
        holds: atLeast(2, 'elsewhere'),
      },
      {
        scenarioId: 'derive-keys',
        row: 'sequential',
        text: 'has one at a time in another thread: somebody has to ask for the second.',
        holds: exactly(1, 'elsewhere'),
      },
      {
        scenarioId: 'derive-keys',
        row: 'gather',
        text: 'has hardly any of it on the main thread.',
        holds: hardlyAny('computing here'),
      },
    ],
  },
  takeAway:
    'Ask of a call which thread it uses, and of a number whether it would come again: a second copy of a row (the placebo) and the ' +
    'audits do the asking.',
  change: {
    idea:
      'A loop in JavaScript that the compiler changes its mind about. The report may refuse to print its numbers: read why, and what a ' +
      'single run would have told you.',
    scenarioIds: ['lying-kernel'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 8,
    shows: ['--details'],
    sights: [
      {
        row: 'gather',
        text: 'computes one at a time, as ever: whatever its numbers do, it is not the schedule that has changed.',
        holds: exactly(1, 'computing here'),
      },
    ],
  },
  unless:
    'On one core the other threads take turns, and the bars still stand side by side. Where others use the processor, too, computing ' +
    'in another thread cannot be told from waiting, and has its mark (~). A Node of another version may compile the loop of ' +
    'the second run otherwise: then its rows have numbers, and that is right, too.',
};

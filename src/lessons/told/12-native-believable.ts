// Which thread does native code run on; and when a number should not be believed.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { atLeast, atMost, exactly } from '../seeing/at-once.ts';
import { hardlyAny } from '../seeing/kinds.ts';
import { endsOutOfTurn } from '../seeing/order.ts';
import { isUndecidedOrWithheld } from '../seeing/row.ts';

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
        text: 'computes hardly at all on the main thread, and in another one (▒) though the program has no worker.',
        holds: (seen) => hardlyAny('computing here')(seen) && atLeast(1, 'elsewhere')(seen),
      },
      {
        scenarioId: 'derive-keys',
        row: 'gather',
        text: 'ends some keys before others that were begun earlier (a bar that stops before the one above it): several threads are at them. One would take them in turn.',
        holds: endsOutOfTurn,
      },
      {
        scenarioId: 'derive-keys',
        row: 'sequential',
        text: 'has one key under way at a time: somebody has to ask for the second.',
        holds: atMost(1, 'under way'),
      },
    ],
  },
  takeAway:
    'Ask of a call which thread it uses, and of a number whether it would come again: a second copy of a row (the placebo) and the ' +
    'audits do the asking.',
  change: {
    idea:
      'A loop in JavaScript, from cold, for thirty batches. What it computes never changes; somewhere on the way the compiler changes its ' +
      'mind. What would the first ten batches have told you, and what does the report print?',
    scenarioIds: ['lying-kernel'],
    // By number of batches, not by time, since the compiler's mind changes after so many.
    flags: '--strategy sequential,gather --epochs 1 --rounds 30 --warmup 1ms',
    budgetSeconds: 8,
    shows: ['--details'],
    sights: [
      {
        row: 'gather',
        text: 'has no verdict. An audit withholds its numbers and says why below the table: the same computing cost so much up to some round, and far more from then on. Where others came or went at that moment, the step may be theirs, and the row is undecided instead.',
        holds: isUndecidedOrWithheld,
      },
      {
        row: 'gather',
        text: 'computes one at a time, as ever: whatever its numbers do, it is not the schedule that has changed.',
        holds: exactly(1, 'computing here'),
      },
    ],
  },
  unless:
    'When a thread of libuv begins with a task nobody tells: the picture puts ▒ first in each, so that more may stand above each other ' +
    'than there are threads. The order in which keys end is theirs alone: by chance it may be the one in which they began, and with ' +
    'UV_THREADPOOL_SIZE=1 in the environment it always is. Where others use the processor, too, computing in another thread cannot be ' +
    'told from waiting, and has its mark (~). A Node of another version may compile the loop of the second run otherwise: then its rows ' +
    'have numbers, and that is right, too.',
};

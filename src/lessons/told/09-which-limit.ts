// A limit costs nothing up to the capacity of the peer, and beyond it asking more gains nothing.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { atLeast, exactly } from '../seeing/at-once.ts';
import { moreOf } from '../seeing/kinds.ts';
import { noTaskFails, tasksFail } from '../seeing/row.ts';

export const whichLimit: Lesson = {
  number: 9,
  name: 'which-limit',
  title: 'Which limit?',
  minutes: 10,
  question:
    'A peer serves four requests at a time; the others queue at its door. You have sixteen. How many do you send at once?',
  answers: ['Sixteen: a limit only slows you down.', 'Four: as many as the peer serves.', 'One: to be polite.'],
  rightAnswer: 1,
  because:
    'Up to four, each request more is served at once. From the fifth on it stands in a queue, at your peer’s expense instead of at ' +
    'yours, and is no sooner done.',
  experiment: {
    scenarioIds: ['capped-peer'],
    flags: '--strategy bounded,gather --concurrency 1,2,4,8',
    budgetSeconds: 4,
    shows: ["--timeline 'bounded c2,bounded c4,gather'"],
    sights: [
      {
        row: 'bounded c2',
        text: 'keeps two under way: two places at the peer stay empty.',
        holds: exactly(2, 'under way'),
      },
      {
        row: 'bounded c4',
        text: 'has four at the peer (─), and more time there than in its queue (┈).',
        holds: (seen) => atLeast(4, 'server')(seen) && moreOf('server', 'server queue')(seen),
      },
      {
        row: 'gather',
        text: 'has four at the peer and never a fifth: asking more is not being served more.',
        holds: exactly(4, 'server'),
      },
      {
        row: 'gather',
        text: 'has more requests in the peer’s queue (┈) at once than the peer serves: they were sent, and are no sooner done.',
        holds: atLeast(5, 'server queue'),
      },
    ],
  },
  takeAway:
    'The right limit is the capacity of what you ask. Below it you wait for nothing, above it you queue for nothing.',
  change: {
    idea: 'A peer that lets only four queue, and sends everybody else away with 503. Which of the two programs gets all its answers?',
    scenarioIds: ['refusing-peer'],
    flags: '--strategy bounded,gather --concurrency 4',
    budgetSeconds: 3,
    shows: ['--timeline bounded,gather'],
    sights: [
      {
        row: 'bounded',
        text: 'gets all: never more under way than the peer serves.',
        holds: noTaskFails,
      },
      {
        row: 'gather',
        text: 'is refused some in every batch (✗). Its time looks short, because an answer of 503 is a quick one.',
        holds: tasksFail,
      },
    ],
  },
  unless:
    'The peer’s door is set by number and works the same on every machine. How far apart the rows are is your machine’s, and a limit ' +
    'somewhat above four may come out ahead of it: while an answer travels home and the next request travels out, a place at the peer is ' +
    'empty, and one that waits at its door takes it at once.',
};

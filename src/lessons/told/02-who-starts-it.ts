// What starts a task: the call. What Promise.all does: it waits.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { allAtOnce, atMost } from '../seeing/at-once.ts';

export const whoStartsIt: Lesson = {
  number: 2,
  name: 'who-starts-it',
  title: 'Who starts it?',
  minutes: 5,
  question:
    'Three programs ask for twenty pages. One awaits each call before the next. One makes all calls and hands the list to ' +
    'Promise.all. One makes all calls, keeps the list, and awaits its promises one after the other in a loop. Which of ' +
    'the three has twenty requests under way?',
  answers: [
    'Only the one with Promise.all: it is what starts them.',
    'The two that make all calls first.',
    'None: await lets one through at a time.',
  ],
  rightAnswer: 1,
  because:
    'An async function runs when it is called, up to its first await, and the request is on its way. Promise.all is given ' +
    'promises, not work: there is nothing left for it to start.',
  experiment: {
    scenarioIds: ['download-pages'],
    flags: '--strategy sequential,started,gather',
    budgetSeconds: 4,
    shows: ['--timeline sequential,started,gather'],
    sights: [
      {
        row: 'sequential',
        text: 'has one page under way at a time: the next call is made when the last answer is there.',
        holds: atMost(1, 'under way'),
      },
      {
        row: 'started',
        text: 'has all twenty under way at once, though its loop awaits them one by one.',
        holds: allAtOnce('under way'),
      },
      {
        row: 'gather',
        text: 'looks the same: all twenty under way at once.',
        holds: allAtOnce('under way'),
      },
    ],
  },
  takeAway: 'The call starts the work, Promise.all waits for it. To overlap, call first and await later.',
  change: {
    idea:
      'Keep Promise.all and put a limit of one in front of the calls. Promise.all is given all twenty promises as before. ' +
      'Stack or stairs?',
    scenarioIds: ['download-pages'],
    flags: '--strategy gather,bounded --concurrency 1',
    budgetSeconds: 3,
    shows: ['--timeline gather,bounded'],
    sights: [
      {
        row: 'bounded',
        text: 'draws stairs under Promise.all: its promises are there, and their calls are held back (·).',
        holds: atMost(1, 'under way'),
      },
      { row: 'gather', text: 'draws the stack.', holds: allAtOnce('under way') },
    ],
  },
  unless:
    'This is an order of events and shows on every machine. Only the times differ; where the machine is busy the table may ' +
    'call the last two rows undecided, which is no contradiction: they do the same.',
};

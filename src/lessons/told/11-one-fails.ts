// Promise.all rejects at the first failure: it stops waiting, the others go on.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { goesOnAfterIt, leavesTasksUnbegun, waitsForAll } from '../seeing/order.ts';
import { isWithheld } from '../seeing/row.ts';

export const oneFails: Lesson = {
  number: 11,
  name: 'one-fails',
  title: 'One fails',
  minutes: 8,
  question:
    'A list of requests is gathered with Promise.all, and the third fails early. What happens to the others, whose answers are not there yet?',
  answers: [
    'They are cancelled: Promise.all has rejected.',
    'They go on to their ends, and nobody looks at their answers.',
    'Promise.all waits for them and rejects then.',
  ],
  rightAnswer: 1,
  because:
    'A promise is a result to come and has no way back to the work that makes it. Rejecting ends the waiting of whoever awaits; the ' +
    'requests, their memory and the work of the server stay.',
  withoutFactors: true,
  experiment: {
    scenarioIds: ['one-fails'],
    flags: '--strategy gather,settled',
    budgetSeconds: 4,
    shows: ['--timeline gather,settled'],
    sights: [
      {
        row: 'gather',
        text: 'ends its batch at the ✗ (the time above the picture), and bars go on after it.',
        holds: goesOnAfterIt,
      },
      {
        row: 'gather',
        text: 'has no time in the table, and the reason below it: how long it took to give up is not how long the work took.',
        holds: isWithheld,
      },
      {
        row: 'settled',
        text: 'has the same ✗, and ends with the last bar: it waited for all, and its time is that of the work.',
        holds: waitsForAll,
      },
    ],
  },
  takeAway:
    'Rejecting stops waiting, not work. To stop the work, hand each task an AbortSignal; to wait for all, allSettled.',
  change: {
    idea: 'One after the other. Which tasks are never begun?',
    scenarioIds: ['one-fails'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 3,
    shows: ['--timeline sequential,gather'],
    sights: [
      {
        row: 'sequential',
        text: 'begins none after the ✗: what has not been called costs nothing.',
        holds: leavesTasksUnbegun,
      },
      { row: 'gather', text: 'goes on after it, as before.', holds: goesOnAfterIt },
    ],
  },
  unless:
    'This is an order of events and shows on every machine. Rows that gave up have no numbers anywhere: look at their tasks.',
};

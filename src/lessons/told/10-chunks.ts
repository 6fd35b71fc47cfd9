// Chunks look like a limit and are a barrier.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { allAtOnce, exactly } from '../seeing/at-once.ts';
import { acrossGroupsOf, inGroupsOf } from '../seeing/order.ts';

export const chunks: Lesson = {
  number: 10,
  name: 'chunks',
  title: 'Chunks of six',
  minutes: 8,
  question:
    'Twenty-four requests, of which a few take many times as long as the rest. Not more than six at once. One program takes chunks ' +
    'of six and awaits Promise.all of each; one starts the next request whenever one has ended. Does it matter?',
  answers: [
    'No: both have six under way.',
    'Yes: a chunk waits for its slowest before the next one starts.',
    'Yes: chunks are faster, since they start six at a time.',
  ],
  rightAnswer: 1,
  because:
    'At the end of a chunk one slow request holds five empty places. A limit that slides gives each place to the next request as ' +
    'soon as it is free, so that a slow one holds no more than its own.',
  experiment: {
    scenarioIds: ['slow-tails'],
    flags: '--strategy bounded,batches',
    budgetSeconds: 4,
    shows: ['--timeline bounded,batches'],
    sights: [
      {
        row: 'bounded',
        text: 'has six under way, and never more.',
        holds: exactly(6, 'under way'),
      },
      { row: 'batches', text: 'has six, and never more, either.', holds: exactly(6, 'under way') },
      {
        row: 'batches',
        text: 'has a straight edge after every six tasks, by their numbers (a page of 80 columns leaves some out): none of the next begins before the last of them has ended.',
        holds: inGroupsOf(6),
      },
      {
        row: 'bounded',
        text: 'has no such edge: tasks begin while one of six earlier ones still runs.',
        holds: acrossGroupsOf(6),
      },
    ],
  },
  takeAway: 'A chunk is a barrier, not a limit. Barriers wait for the slowest.',
  change: {
    idea: 'One chunk as large as the list. How many barriers are left?',
    scenarioIds: ['slow-tails'],
    flags: '--strategy bounded,batches --concurrency 24',
    budgetSeconds: 3,
    shows: ['--timeline bounded,batches'],
    sights: [
      {
        row: 'batches',
        text: 'has all twenty-four under way at once, and no edge: the two programs have become one.',
        holds: allAtOnce('under way'),
      },
      { row: 'bounded', text: 'has them, too.', holds: allAtOnce('under way') },
    ],
  },
  unless:
    'The order shows on every machine. Which requests are slow is drawn from a fixed seed, the same for everybody; a machine that is ' +
    'itself slow now and then adds some of its own.',
};

// The answer is here, the loop is busy: what looks like a slow server.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { allAtOnce, exactly } from '../seeing/at-once.ts';
import { moreOf } from '../seeing/kinds.ts';
import { answersWaitForOthers } from '../seeing/order.ts';

export const slowServer: Lesson = {
  number: 6,
  name: 'slow-server',
  title: 'The slow server that is not',
  minutes: 8,
  question:
    'Each task asks a server, which answers soon, and then computes on the answer. All are gathered. The log of the client says that ' +
    'most answers took far longer than the server says it took. Who is right?',
  answers: [
    'The client: the server slows down when many ask.',
    'The server: the answers lay there, and the client was busy.',
    'Neither: it is the network between them.',
  ],
  rightAnswer: 1,
  because:
    'An answer is read by the same thread that computes. While one task computes, the answers of the others have arrived and ' +
    'nobody picks them up; a stopwatch around the request counts that as waiting for the server.',
  experiment: {
    scenarioIds: ['late-answers'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 4,
    shows: ['--timeline sequential,gather'],
    sights: [
      {
        row: 'gather',
        text: 'has all requests under way at once.',
        holds: allAtOnce('under way'),
      },
      {
        row: 'gather',
        text: 'has most of its answers lying there (░ after the end of ─) while another task computes from beginning to end: the server has long been done.',
        holds: answersWaitForOthers,
      },
      {
        row: 'gather',
        text: 'computes (█) one task at a time.',
        holds: exactly(1, 'computing here'),
      },
    ],
  },
  takeAway: 'Before you blame the server, look who is busy. A late answer may have been early.',
  change: {
    idea: 'Wait as before, and compute in two workers. What happens to the ░?',
    scenarioIds: ['late-answers'],
    flags: '--strategy gather,gather+pool --threads 2',
    budgetSeconds: 3,
    shows: ['--timeline gather,gather+pool'],
    sights: [
      {
        row: 'gather',
        text: 'is as before: most answers lie there while others compute.',
        holds: answersWaitForOthers,
      },
      {
        row: 'gather+pool',
        text: 'picks its answers up: more time in the pool’s queue (╌) than with ░. What waits now says what it waits for.',
        holds: moreOf('pool queue', 'loop busy'),
      },
    ],
  },
  unless:
    'This is how one thread works, and shows on every machine. Where others use the processor, the loop is late for their ' +
    'sake as well; the picture then says “held up outside” (×) for what our own loop cannot have been.',
};

// The other side is the bottleneck: no schedule of the client mends it.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { allAtOnce, atLeast, exactly } from '../seeing/at-once.ts';
import { moreOf } from '../seeing/kinds.ts';

export const busyServer: Lesson = {
  number: 8,
  name: 'busy-server',
  title: 'The busy server',
  minutes: 8,
  question:
    'The server needs its processor for every answer, and has one thread. The client only waits. What does it gain by asking for ' +
    'all four answers at once?',
  answers: [
    'Four times the speed: the client’s waiting overlaps.',
    'Next to nothing: the requests queue at the other side.',
    'It loses: the server breaks down.',
  ],
  rightAnswer: 1,
  because:
    'The waiting overlaps, but there is nothing behind it: the server computes one answer at a time. The queue has moved from the ' +
    'client to the server.',
  experiment: {
    scenarioIds: ['server-computes'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 4,
    shows: ['--timeline sequential,gather'],
    sights: [
      {
        row: 'gather',
        text: 'has all four requests under way at once.',
        holds: allAtOnce('under way'),
      },
      {
        row: 'gather',
        text: 'has the server at one of them at a time (─): the bars make stairs at the other side.',
        holds: exactly(1, 'server'),
      },
      {
        row: 'gather',
        text: 'spends more of its tasks’ time with ╴ (on the way) than with ─: sent, and not even read, since the server’s thread computes.',
        holds: moreOf('on the way', 'server'),
      },
    ],
  },
  takeAway: 'Find the bottleneck before you add requests: what queues there does not mind who sent it.',
  change: {
    idea: 'Ask a server that waits instead of computing. The client’s code is the same; what will the server’s part look like?',
    scenarioIds: ['download-pages'],
    flags: '--strategy sequential,gather',
    budgetSeconds: 3,
    shows: ['--timeline sequential,gather'],
    sights: [
      {
        row: 'sequential',
        text: 'has the server at one page at a time, since it is asked for one.',
        holds: exactly(1, 'server'),
      },
      {
        row: 'gather',
        text: 'has it at many at once (─ above ─): it can wait for many, as we can.',
        holds: atLeast(3, 'server'),
      },
    ],
  },
  unless:
    'The server is a process of its own. On one core it shares that core with the client, and both rows are slower; the stairs stay.',
};

// Why two workers are seldom twice as fast: shares that do not come out even, ends that stay empty, cores that are shared.

import type { Lesson } from '../../model/teaching/lesson.ts';
import { exactly } from '../seeing/at-once.ts';
import { everyWorkerHasTasks, workersDifferInTasks } from '../seeing/row.ts';

export const twoThreads: Lesson = {
  number: 4,
  name: 'two-threads',
  title: 'Two threads, twice as fast?',
  minutes: 8,
  question: 'Ten counts of primes on one worker thread, then on two. How much of the time of one do two take?',
  answers: [
    'Half of it: twice the hands.',
    'Somewhat more than half; the rest has a name.',
    'All of it: JavaScript has one thread.',
    'Less than half: the threads also share a cache.',
  ],
  rightAnswer: 1,
  because:
    'The computing is shared between two threads, but tasks cannot be cut in halves, messages take their time, and two cores ' +
    'that work at once are often slower, each, than one alone. The table tells which of these took how much.',
  experiment: {
    scenarioIds: ['count-primes'],
    flags: '--strategy sequential,pool --threads 1,2',
    budgetSeconds: 4,
    shows: ['--timeline pool', '--details'],
    sights: [
      {
        row: 'pool w1',
        text: 'computes (▓) one task at a time: a thread beside the loop, and no more.',
        holds: exactly(1, 'computing in a worker'),
      },
      {
        row: 'pool w2',
        text: 'has two at it at once, and never three.',
        holds: exactly(2, 'computing in a worker'),
      },
      {
        row: 'pool w2',
        text: 'gives tasks to both workers (w1, w2 before the bars). `--details` says how much went to “slower side by side” and to workers without a task.',
        holds: everyWorkerHasTasks,
      },
    ],
  },
  takeAway:
    'Cores are an upper bound, not a factor. What is missing from it has names: tasks slower side by side, idle workers, messages.',
  change: {
    idea: 'Three tasks for two workers. What does the second worker do at the end?',
    scenarioIds: ['count-primes'],
    flags: '--tasks 3 --strategy sequential,pool --threads 2',
    budgetSeconds: 3,
    shows: ['--timeline pool', '--details'],
    sights: [
      {
        row: 'pool w2',
        text: 'cannot share three tasks evenly: one worker has more of them than the other. How long each had none stands above the picture (“without a task”).',
        holds: workersDifferInTasks,
      },
    ],
  },
  unless:
    'On one core, or with two that are really one (hyper-threads, a small virtual machine), two workers may take as long as one: ' +
    '`overlap preflight` says what this machine has to give. So may they where neighbours have the second core. The counts in the picture ' +
    'hold everywhere.',
};

// A lesson: a pool that is faster in every batch, and may still cost more than it ever gives back.
// Run it: npm run bench -- few-short-tasks --strategy sequential,pool,processes

import { countPrimesBelow, defineScenario } from '#bench';

const RANGE = 60_000;

export default defineScenario({
  title: 'Four short computations, only once',
  question: 'Two threads share four short computations. A program needs them a single time: does it finish sooner?',
  explanation:
    'Starting workers takes as long as many such tasks, and it comes before the first of them: a loan, paid back a little with ' +
    'each batch. Whoever runs one batch pays it and leaves; a server that runs all day has long forgotten it.',
  tags: ['lesson', 'threads'],
  // Try this: four times as many tasks, with --tasks 16, and see where the start-up is earned back.
  taskCount: 4,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index * RANGE),
  cpu: (from) => countPrimesBelow(from + RANGE, from),
  check: (counts) => counts.every((count) => count > 0),
});

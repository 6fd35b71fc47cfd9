// Plain JavaScript that computes and never waits.
// Run it: npm run bench -- count-primes

import { countPrimesBelow, defineScenario } from '#bench';

const RANGE = 60_000;
const PRIMES_BELOW_ONE_RANGE = 6_057;

export default defineScenario({
  title: 'Count primes in JavaScript',
  question: 'Nothing waits here. Does Promise.all make the computing faster?',
  explanation:
    'Promise.all overlaps waiting, and there is none: one thread computes one thing at a time. Worker threads compute ' +
    'side by side, as far as the machine has cores to give.',
  tags: ['threads'],
  taskCount: 10,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index * RANGE),
  cpu: (from) => countPrimesBelow(from + RANGE, from),
  check: (counts) => counts[0] === PRIMES_BELOW_ONE_RANGE && counts.every((count) => count > 0),
});

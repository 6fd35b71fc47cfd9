// Eight computations of some milliseconds.

import { countPrimesBelow, defineScenario } from '#bench';

export default defineScenario({
  title: 'Primes',
  question: 'Is identical code called changed?',
  explanation: 'Any difference is chance, or the fault of the harness.',
  taskCount: 8,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => 14_000 + index),
  cpu: (limit) => countPrimesBelow(limit),
});

// A task that never yields: its process cannot even be asked to stop.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Spins',
  question: 'Can a loop that never yields be ended?',
  explanation: 'Only from outside.',
  taskCount: 1,
  inputs: () => [1],
  cpu: (step) => {
    for (let count = 0; ; count += step) if (count < 0) return count;
  },
});

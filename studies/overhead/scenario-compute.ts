// Forty tasks of about a millisecond of computing each.

import { defineScenario, mixUnits } from '#bench';

export default defineScenario({
  title: 'Compute',
  question: 'What does the harness add to a task of one millisecond?',
  explanation: 'As little as it can.',
  taskCount: 40,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, seed) => seed),
  cpu: (seed) => mixUnits(11, seed),
});

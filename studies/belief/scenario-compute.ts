// A millisecond or two of computing: one arm, and a second copy of it.

import { defineScenario, mixUnits } from '#bench';

export default defineScenario({
  title: 'Compute',
  question: 'Are two copies of the same code called different?',
  explanation: 'Any difference is chance, or the fault of the harness.',
  taskCount: 1,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => mixUnits(12, index),
});

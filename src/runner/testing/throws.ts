// A task that throws.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Throws',
  question: 'Is an error ever a sample?',
  explanation: 'No.',
  taskCount: 3,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => {
    if (index === 2) throw new Error('task two is broken');
    return index;
  },
});

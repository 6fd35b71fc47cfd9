// A task that ends the whole process.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Process exits',
  question: 'What if a whole arm leaves?',
  explanation: 'Its cell fails.',
  taskCount: 1,
  inputs: () => [1],
  cpu: (code): number => process.exit(code),
});

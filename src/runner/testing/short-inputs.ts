// A scenario that makes fewer inputs than it was asked for.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Short inputs',
  question: 'Is half the work twice as fast?',
  explanation: 'It is refused.',
  taskCount: 4,
  inputs: () => [1],
  cpu: (value) => value,
});

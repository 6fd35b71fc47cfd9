// A scenario whose check finds the outputs wrong.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Wrong output',
  question: 'Does a wrong answer count?',
  explanation: 'No.',
  taskCount: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => index,
  check: () => false,
});

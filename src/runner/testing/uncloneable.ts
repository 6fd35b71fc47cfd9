// A result that cannot be sent between threads.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Uncloneable',
  question: 'What if a result is a function?',
  explanation: 'A function stays in its thread.',
  taskCount: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: () => () => 'a function',
});

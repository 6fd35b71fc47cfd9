// Twenty timers of one millisecond.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Timers',
  question: 'What does it cost to write down what a task of one millisecond did?',
  explanation: 'A few reads of a clock.',
  taskCount: 20,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: () => new Promise<void>((resolve) => setTimeout(resolve, 1)),
});

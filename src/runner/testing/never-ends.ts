// A task that waits for something that never comes.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Never ends',
  question: 'Does the run?',
  explanation: 'At the deadline.',
  taskCount: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: () => new Promise<number>(() => {}),
});

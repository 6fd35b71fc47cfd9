// A task that rejects with null: no Error, no message.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Rejects with null',
  question: 'Is nothing a reason?',
  explanation: 'It is said to be one.',
  taskCount: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: (): Promise<number> => Promise.reject(null),
});

// A scenario that works, as small as one can be.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Fine',
  question: 'Does it work?',
  explanation: 'It does.',
  taskCount: 3,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index, { get }) => {
    await get('/delay/1');
    return index;
  },
  cpu: (index) => index * 2,
});

// Tasks that take long one by one and no time together.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Slow one by one',
  question: 'Must what is gathered be run one by one first?',
  explanation: 'No: a sample of the tasks is.',
  taskCount: 30,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index, { get }) => {
    await get('/delay/100');
    return index;
  },
});

// A hundred requests of twenty milliseconds, for gather against its floor.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Wait longer',
  question: 'How near does gather come to its floor?',
  explanation: 'The longest answer is the floor; reading a hundred answers takes the rest.',
  taskCount: 100,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (_, { get }) => (await get('/delay/20')).bytes.byteLength,
});

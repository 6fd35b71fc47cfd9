// Forty requests of one millisecond.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Wait',
  question: 'What does the harness add to a request of one millisecond?',
  explanation: 'The check of length and checksum.',
  taskCount: 40,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (_, { get }) => (await get('/delay/1')).bytes.byteLength,
});

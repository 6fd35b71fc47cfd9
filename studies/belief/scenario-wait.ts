// Eight short waits at once: one arm, and a second copy of it.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Wait',
  question: 'Are two copies of the same code called different?',
  explanation: 'Any difference is chance, or the fault of the harness.',
  taskCount: 8,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (_, { get }) => (await get('/delay/5')).bytes.byteLength,
});

// Six answers that are five milliseconds away.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Pages',
  question: 'Is identical code called changed?',
  explanation: 'Any difference is chance, or the fault of the harness.',
  taskCount: 6,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (_, { get }) => (await get('/delay/5')).bytes.byteLength,
});

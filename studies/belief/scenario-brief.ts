// Eight requests at once that are answered at once, about a millisecond in all: shorter than anybody should measure, and
// where processes of the same code differ most.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Brief',
  question: 'Are two copies of the same code called different?',
  explanation: 'Any difference is chance, or the fault of the harness.',
  taskCount: 8,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (_, { get }) => (await get('/delay/0')).bytes.byteLength,
});

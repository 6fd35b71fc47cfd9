// Copy this file to benchmarks/io, cpu or mixed under a name of your own; the name becomes the scenario's id.
// Run it: npm run bench -- the-name

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'A few words for the table',
  question: 'What should the reader try to guess before looking?',
  explanation: 'Why it comes out as it does: a mechanism, not a factor.',
  taskCount: 10,
  // Deterministic, and of values that can be sent to a worker thread.
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  // The part that waits. Leave it out if nothing waits.
  io: async (index, { get }) => (await get(`/delay/${10 + index}`)).bytes.byteLength,
  // The part that computes, on what `io` returned. Leave it out if nothing computes.
  cpu: (lengthBytes) => lengthBytes * 2,
  // What every strategy must have produced, in the order of the inputs.
  check: (outputs) => outputs.every((output) => output > 0),
});

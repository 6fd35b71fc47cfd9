// The other side is the limit: its processor is busy for every answer.
// Run it: npm run bench -- server-computes

import { defineScenario, mixUnits } from '#bench';

const UNITS = 100;
const SEED = 7;

export default defineScenario({
  title: 'Ask a server that has to compute',
  question: 'The client only waits. So does it help to ask for everything at once?',
  explanation:
    'The server computes each answer on its one event loop. However the client schedules its requests, they queue at ' +
    'the other side; only a faster server, or more of them, would help.',
  tags: ['requests'],
  taskCount: 4,
  concurrency: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => SEED + index),
  io: async (seed, { get }) => Number((await get(`/cpu/${UNITS}?on=loop&seed=${seed}`)).text()),
  check: (checksums) => checksums[0] === mixUnits(UNITS, SEED),
});

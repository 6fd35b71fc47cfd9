// A lesson: answers that come late although the server is quick, because the thread that waits for them computes.
// Run it: npm run bench -- late-answers

import { defineScenario, mixUnits, sha256Hex } from '#bench';

/** About 16 ms of computing on a machine of 2025. */
const UNITS = 130;

export default defineScenario({
  title: 'Six answers, and a lot to do with each',
  question:
    'The server answers each request in eight milliseconds. The last answer is read far later: is the server slow?',
  explanation:
    'All answers have arrived while the first is being computed on, and wait in the socket until the loop comes to them: the ' +
    'client is late, not the server. Who measures from asking to reading takes the one for the other.',
  tags: ['lesson', 'requests', 'latency'],
  taskCount: 6,
  concurrency: 3,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  io: async (page, { get }) => sha256Hex((await get(`/pages/${page}?delay=8`)).bytes),
  // Try this: a tenth of the units, and see whose fault it is then.
  cpu: (digest) => mixUnits(UNITS, Number.parseInt(digest.slice(0, 8), 16)),
  check: (checksums) => new Set(checksums).size === checksums.length && checksums.every(Number.isInteger),
});

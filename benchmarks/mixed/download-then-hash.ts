// Wait first, then compute on what came back: the usual shape of real work.
// Run it: npm run bench -- download-then-hash

import { defineScenario, mixUnits, sha256Hex } from '#bench';

const UNITS = 40;

export default defineScenario({
  title: 'Download eight pages and work on each',
  question: 'Each task waits for a page and then computes on it. Wait together, or compute together, or both?',
  explanation:
    'Gathering overlaps the waiting but computes on one thread; a pool computes on several but each of them waits ' +
    'alone. Waiting on the main thread and computing in the pool overlaps both.',
  tags: ['requests', 'threads'],
  taskCount: 8,
  concurrency: 3,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  io: async (page, { get }) => sha256Hex((await get(`/pages/${page}?delay=8`)).bytes),
  // A stand-in for parsing or rendering: a fixed amount of JavaScript, seeded by the page.
  cpu: (digest) => `${digest}:${mixUnits(UNITS, Number.parseInt(digest.slice(0, 8), 16))}`,
  check: (outputs) => outputs.every((output) => /^[0-9a-f]{64}:\d+$/.test(output)),
});

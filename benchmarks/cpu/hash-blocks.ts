// Native code that computes on the calling thread: SHA-256 from node:crypto.
// Run it: npm run bench -- hash-blocks

import { defineScenario, hashBlocks } from '#bench';

const BLOCKS = 96;

export default defineScenario({
  title: 'Hash six megabytes, ten times',
  question: 'The hashing runs in native code. Is that already parallel?',
  explanation:
    'A native function called synchronously still occupies the thread that called it. Native is fast, not parallel: ' +
    'only other threads compute at the same time.',
  tags: ['threads'],
  taskCount: 10,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, seed) => seed),
  // Each task makes its own blocks from a seed, so that no megabytes travel between threads.
  cpu: (seed) => hashBlocks(BLOCKS, seed),
  check: (digests) => digests.every((digest) => /^[0-9a-f]{64}$/.test(digest)),
});

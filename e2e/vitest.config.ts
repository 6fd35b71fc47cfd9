// End to end: the packed package in projects of its own, on every Node it promises. Minutes, a registry and no shortcut:
// `npm run test:e2e`, never part of `npm test`.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { MINUTES } from './minutes.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'e2e',
    include: ['e2e/**/*.test.ts', ...MINUTES],
    globalSetup: ['e2e/global-setup.ts'],
    pool: 'forks',
    // Most of it waits for what is being measured, and no test asks how fast anything is.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});

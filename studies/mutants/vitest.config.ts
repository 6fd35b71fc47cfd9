// What a mutation run runs: the tests that stay in their process. A child process does not know which mutant is active,
// so a test that starts one kills nothing and only costs its time, once for each mutant that it passes through.

import { defineConfig } from 'vitest/config';

const START_PROCESSES = [
  'src/cli/cli.test.ts',
  'src/cli/start.test.ts',
  'src/cli/commands/measuring/serve.test.ts',
  'src/runner/run-benchmarks.test.ts',
  'src/runner/recording/journal.test.ts',
  'src/vitest/provider.test.ts',
];

/** What whole methods promise, over hundreds of simulated runs: minutes when every line is counted. */
const PROMISES = 'src/stats/promises/**';

/** Guards memory, not words: half a minute each time for what the tests beside it notice in milliseconds. */
const LONG_RUN = 'src/report/many-samples.test.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    exclude: [...START_PROCESSES, PROMISES, LONG_RUN],
    testTimeout: 30_000,
  },
});

// Tests stand beside what they test. The machine that runs them is shared and may have two cores, so files share them
// and none may depend on how fast anything is.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,benchmarks,fixtures,studies,packaging,docs,action}/**/*.test.ts', '*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

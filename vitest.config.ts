// Tests stand beside what they test. The machine that runs them is shared and may have two cores, so files share them
// and none may depend on how fast anything is. What takes minutes, the commands of the README and the program as a process, is
// run by `npm run test:e2e`.

import { configDefaults, defineConfig } from 'vitest/config';
import { MINUTES } from './e2e/minutes.ts';

/** Places that work out and draw: no process, no clock, nothing replaced. Their tests need no process of their own, either. */
const CALCULATING = 'src/{document,guess,lessons,model,render,report,stats,strategies,theory}/**/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'calculating', include: [CALCULATING], isolate: false } },
      {
        extends: true,
        test: {
          name: 'working',
          include: ['{src,benchmarks,fixtures,studies,packaging,docs,action}/**/*.test.ts', '*.test.ts'],
          exclude: [...configDefaults.exclude, ...MINUTES, CALCULATING],
        },
      },
    ],
  },
});

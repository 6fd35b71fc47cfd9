// Tests stand beside what they test. The machine that runs them is shared and may have two cores, so files share them
// and none may depend on how fast anything is. What takes minutes, the commands of the README and the program as a process, is
// run by `npm run test:e2e`.

import { configDefaults, defineConfig } from 'vitest/config';
import { MINUTES } from './e2e/minutes.ts';

export default defineConfig({
  test: {
    include: ['{src,benchmarks,fixtures,studies,packaging,docs,action}/**/*.test.ts', '*.test.ts'],
    exclude: [...configDefaults.exclude, ...MINUTES],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

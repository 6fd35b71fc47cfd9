// What own-work.ts measures: eight lookups of ten milliseconds each.

import { setTimeout as sleep } from 'node:timers/promises';
import { defineScenario } from 'overlap-bench';

export default defineScenario({
  title: 'Look up eight names',
  question: 'Each answer takes ten milliseconds. Does a limit of four cost much?',
  explanation: 'A lookup only waits, so that others can wait at the same time; a limit makes them wait in turns.',
  taskCount: 8,
  concurrency: 4,
  inputs: (count) => Array.from({ length: count }, (_, index) => `name-${index}`),
  io: async (name) => {
    await sleep(10);
    return name.toUpperCase();
  },
});

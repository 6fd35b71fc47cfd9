// At most c under way: a new task starts the moment one ends. What to do when the other side has a limit.

import pLimit from 'p-limit';
import type { Strategy } from '../model/strategy.ts';

export const bounded: Strategy = {
  id: 'bounded',
  idea: 'keep at most c tasks under way (p-limit)',
  shape: { waits: 'bounded', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  async open({ tasks, concurrency }) {
    const limit = pLimit(concurrency);
    return {
      runBatch: (inputs) => Promise.all(inputs.map((input) => limit(() => tasks.run(input)))),
      async close() {},
    };
  },
};

// Whole tasks on w worker threads, one at a time in each. Computing runs in parallel; waiting overlaps only w-fold,
// because a worker that waits is a worker that does nothing else.

import type { Strategy } from '../model/strategy.ts';

export const pool: Strategy = {
  id: 'pool',
  idea: 'send each whole task to one of w worker threads (piscina)',
  shape: { waits: 'one', waitsOn: 'workers', computesOn: 'workers', perMessage: 'task' },
  async open({ openPool }) {
    const workers = await openPool();
    return {
      runBatch: (inputs) => Promise.all(inputs.map((input) => workers.run(input))),
      close: () => workers.close(),
    };
  },
};

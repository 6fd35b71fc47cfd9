// Wait on the main thread, compute in the pool: all the waiting overlaps, and whatever has arrived is computed on
// w threads while the rest is still on its way.

import type { Strategy } from '../model/strategy.ts';

export const gatherPool: Strategy = {
  id: 'gather+pool',
  idea: 'wait for all on the main thread, compute each on one of w worker threads',
  shape: { waits: 'all', waitsOn: 'loop', computesOn: 'workers', perMessage: 'task' },
  async open({ tasks, openPool }) {
    const workers = await openPool();
    return {
      runBatch: (inputs) => Promise.all(inputs.map(async (input) => workers.cpu(await tasks.io(input)))),
      close: () => workers.close(),
    };
  },
};

// All at once, and nobody is given up: Promise.allSettled waits for every task, whatever becomes of the others. Where none
// fails it does what Promise.all does; where one does, Promise.all stops waiting, and what was started goes on unseen.

import type { Strategy } from '../model/strategy.ts';

export const settled: Strategy = {
  id: 'settled',
  idea: 'start every task at once and await Promise.allSettled, whichever fail',
  shape: { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  async open({ tasks }) {
    return {
      async runBatch(inputs) {
        const results = await Promise.allSettled(inputs.map((input) => tasks.run(input)));
        return results.map((result) => (result.status === 'fulfilled' ? result.value : tasks.failed(result.reason)));
      },
      async close() {},
    };
  },
};

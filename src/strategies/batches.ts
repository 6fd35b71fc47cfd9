// Groups of c, one after another: the next group starts when the last task of this one has ended. What a loop over chunks
// with Promise.all does; the whole group waits for its slowest task.

import type { Strategy } from '../model/strategy.ts';

export const batches: Strategy = {
  id: 'batches',
  idea: 'start c tasks, wait for all of them, then start the next c',
  shape: { waits: 'batches', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  async open({ tasks, concurrency }) {
    return {
      async runBatch(inputs) {
        const outputs: unknown[] = [];
        for (let from = 0; from < inputs.length; from += concurrency) {
          const group = inputs.slice(from, from + concurrency);
          outputs.push(...(await Promise.all(group.map((input) => tasks.run(input)))));
        }
        return outputs;
      },
      async close() {},
    };
  },
};

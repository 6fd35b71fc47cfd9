// Start all, then await them one by one: it reads like one after another, and takes as long as Promise.all, since the call is
// what starts a task. An await only waits.

import type { Strategy } from '../model/strategy.ts';

export const started: Strategy = {
  id: 'started',
  idea: 'start every task at once, then await them one by one',
  shape: { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  async open({ tasks }) {
    return {
      async runBatch(inputs) {
        const promises = inputs.map((input) => tasks.run(input));
        // One that rejects before its turn to be awaited would end the process: nobody would be listening yet.
        for (const promise of promises) promise.catch(() => {});
        const outputs: unknown[] = [];
        for (const promise of promises) outputs.push(await promise);
        return outputs;
      },
      async close() {},
    };
  },
};

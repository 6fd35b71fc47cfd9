// One by one: the next task starts when the previous one has ended. The baseline that every speed-up refers to.

import type { Strategy } from '../model/strategy.ts';

export const sequential: Strategy = {
  id: 'sequential',
  idea: 'await each task before starting the next',
  shape: { waits: 'one', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  async open({ tasks }) {
    return {
      async runBatch(inputs) {
        const outputs: unknown[] = [];
        for (const input of inputs) outputs.push(await tasks.run(input));
        return outputs;
      },
      async close() {},
    };
  },
};

// All at once: every task starts now, then wait for the lot. Waiting overlaps; computing cannot, on one thread.
// Tasks already started go on after the first rejection: Promise.all stops waiting, it does not stop work.

import type { Strategy } from '../model/strategy.ts';

export const gather: Strategy = {
  id: 'gather',
  idea: 'start every task at once and await Promise.all',
  shape: { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
  async open({ tasks }) {
    return {
      runBatch: (inputs) => Promise.all(inputs.map((input) => tasks.run(input))),
      async close() {},
    };
  },
};

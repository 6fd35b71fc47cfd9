// Whole tasks in w child processes, one at a time in each. What a pool of threads does, with more to start and a longer way
// for every message; a process shares no heap, no collector and no libuv threads with the others, and may end alone.

import type { Strategy } from '../model/strategy.ts';

export const processes: Strategy = {
  id: 'processes',
  idea: 'send each whole task to one of w child processes (node:child_process)',
  shape: { waits: 'one', waitsOn: 'processes', computesOn: 'processes', perMessage: 'task' },
  async open({ openProcesses }) {
    const workers = await openProcesses();
    return {
      runBatch: (inputs) => Promise.all(inputs.map((input) => workers.run(input))),
      close: () => workers.close(),
    };
  },
};

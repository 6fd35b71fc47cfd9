// A task that ends the worker it runs in.

import { isMainThread } from 'node:worker_threads';
import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Worker exits',
  question: 'What if a worker leaves?',
  explanation: 'Its cell fails, the others finish.',
  taskCount: 3,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => {
    if (!isMainThread && index === 1) process.exit(3);
    return index;
  },
});

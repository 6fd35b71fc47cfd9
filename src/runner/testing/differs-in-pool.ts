// A scenario that computes something else in a worker than on the main thread.

import { isMainThread } from 'node:worker_threads';
import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Differs in a pool',
  question: 'Did both do the same work?',
  explanation: 'The digests tell.',
  taskCount: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => (isMainThread ? index : index + 1),
});

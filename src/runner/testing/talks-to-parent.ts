// A task that sends messages of its own to the parent process, one of them like an answer of ours.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Talks to its parent',
  question: 'Who is speaking?',
  explanation: 'Only what answers a request by its number is an answer.',
  taskCount: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => {
    process.send?.({ type: 'measured' });
    process.send?.('hello');
    return index;
  },
});

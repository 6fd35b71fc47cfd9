// A peer that serves four at a time, lets four more wait, and sends everybody else away.
// Run it: npm run bench -- refusing-peer --strategy sequential,gather,bounded --concurrency 2,4,8,12

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Ask a peer that refuses what is too much',
  question:
    'The peer serves four requests at once, four more may wait. Which limit gets most done: two, four, eight, none?',
  explanation:
    'Up to the capacity of the peer a wider limit is a faster one. From there on tasks only wait at its door, and beyond its ' +
    'queue they are refused: what comes back soonest is an error. The right limit is the capacity of the peer.',
  fixture: { inServiceLimit: 4, queueLimit: 4 },
  allowFailures: true,
  tags: ['limits', 'requests'],
  taskCount: 24,
  concurrency: 4,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index, { get }) => {
    await get('/delay/8');
    return index;
  },
  check: (indices) => indices.every((index) => index >= 0),
});

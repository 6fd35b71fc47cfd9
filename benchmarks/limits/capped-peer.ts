// A peer that serves four at a time and lets the others queue.
// Run it: npm run bench -- capped-peer

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Ask a peer that serves four at a time',
  question: 'The peer lets only four requests in; the others queue at its door. Is it worth asking for all at once?',
  explanation:
    'What waits at the door of the peer is no nearer to its answer than what waits at home. A limit as wide as the door ' +
    'takes as long as asking for everything, and leaves nothing standing in a queue that somebody else pays for.',
  fixture: { inServiceLimit: 4, queueLimit: 100 },
  tags: ['limits', 'requests'],
  taskCount: 16,
  concurrency: 4,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index, { get }) => {
    await get('/delay/8');
    return index;
  },
  check: (indices) => indices.every((index, place) => index === place),
});

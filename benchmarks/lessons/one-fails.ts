// A lesson: one task fails early, and rejects. Who stops waiting has stopped nothing.
// Run it: npm run bench -- one-fails --strategy sequential,gather,settled --quick

import { defineScenario } from '#bench';

const FAILS = 2;

export default defineScenario({
  title: 'Eight requests, one of which fails early',
  question: 'Promise.all rejects as soon as one request has failed. What becomes of the other seven?',
  explanation:
    'A rejection ends the waiting and nothing else: what was started goes on to its end, at the cost of both sides, with nobody ' +
    'to take the answers. A batch that was given up has no time of its own, so that its row is withheld; see its timeline. ' +
    'Promise.allSettled waits for all; to stop the others takes an AbortSignal.',
  // The strategy sees the failure as a program would.
  allowFailures: 'rejecting',
  tags: ['lesson', 'requests'],
  taskCount: 8,
  concurrency: 4,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index, { get }) => {
    if (index === FAILS) await get('/delay/4').then(() => get('/fault/status?status=500'));
    await get(`/delay/${20 + 2 * index}`);
    return index;
  },
  check: (indices) => indices.every((index) => index !== FAILS),
});

// A peer that answers 429 and tells with Retry-After when to come again; the tasks do as they are told.
// Run it: npm run bench -- rate-limited

import { setTimeout as sleep } from 'node:timers/promises';
import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Ask a peer that counts requests',
  question:
    'The peer takes four requests at once and then twenty a second. Who is through first: all at once, or one by one?',
  explanation:
    'What comes too fast is sent away and told to wait whole seconds, far longer than its turn would have taken. Asking ' +
    'at the pace of the peer is never refused. Where work is to be retried, being refused is the expensive part.',
  fixture: { ratePerSecond: 20, rateBurst: 4 },
  tags: ['example'],
  taskCount: 8,
  concurrency: 4,
  // The allowance of the peer fills up again, so that every batch begins with the same.
  setup: () => null,
  reset: () => sleep(250),
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  async io(index, { request, signal }) {
    for (;;) {
      const { status, headers } = await request('/delay/55', { statuses: [200, 429] });
      if (status === 200) return index;
      await sleep(Number(headers['retry-after']) * 1_000, undefined, { signal });
    }
  },
  check: (indices) => indices.every((index, place) => index === place),
});

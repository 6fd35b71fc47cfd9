// Latencies with a heavy tail, as they come from busy services: most answers are quick, a few take many times as long.
// Run it: npm run bench -- slow-tails --strategy sequential,gather,bounded,batches

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Wait for answers with a heavy tail',
  question:
    'A few answers in a hundred take ten times as long. Which schedule lets one slow answer hold up the others?',
  explanation:
    'Groups wait for their slowest member before the next group starts, so every slow answer holds up a whole group. A ' +
    'sliding limit gives the place of a quick answer to the next task at once; a slow one holds no more than its own.',
  tags: ['limits', 'latency', 'requests'],
  taskCount: 24,
  concurrency: 6,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  // The same index waits as long in every strategy and every round.
  io: async (index, { get }) => {
    await get(`/delay/2?dist=pareto&alpha=1.2&seed=11&index=${index}`);
    return index;
  },
  check: (indices) => indices.every((index, place) => index === place),
});

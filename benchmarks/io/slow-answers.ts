// Latencies that differ: most answers are quick, a few are slow.
// Run it: npm run bench -- slow-answers

import { defineScenario, seededRandom } from '#bench';

export default defineScenario({
  title: 'Wait for answers of very different latency',
  question: 'Most answers take a few milliseconds, a few take thirty. What does the whole batch take?',
  explanation:
    'One by one, every latency is added up. All at once, the batch takes as long as its slowest answer; with a limit, ' +
    'a slow answer holds one place while the others go on.',
  tags: ['requests', 'latency'],
  taskCount: 8,
  concurrency: 3,
  inputs: (taskCount) => {
    const random = seededRandom(2045);
    // Cubing the draw makes small delays common and large ones rare: 3 to 30 ms.
    return Array.from({ length: taskCount }, (_, index) => ({ index, delayMs: 3 + Math.round(27 * random() ** 3) }));
  },
  io: async ({ index, delayMs }, { get }) => {
    const answer = await get(`/delay/${delayMs}`);
    return { index, onTime: answer.timing.deliveredMs >= delayMs };
  },
  check: (answers) => answers.every(({ index, onTime }, place) => index === place && onTime),
});

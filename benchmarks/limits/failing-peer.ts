// A peer that fails now and then, after part of the work is done.
// Run it: npm run bench -- failing-peer

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Look up, then fetch, from a peer that fails now and then',
  question:
    'One answer in twelve is an error, and a task needs two answers. What is left of the speed-up, and of the work?',
  explanation:
    'A task whose second answer fails has waited for its first one for nothing. Schedules differ in how soon that is over, ' +
    'not in how much of it there is: count the tasks that succeed, for each second, and the time spent on the others.',
  fixture: { faults: [{ kind: 'status', status: 503, probability: 0.08 }] },
  allowFailures: true,
  tags: ['limits', 'requests'],
  taskCount: 20,
  concurrency: 5,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index, { get }) => {
    await get('/delay/4');
    return { index, lengthBytes: (await get(`/pages/${index}?delay=3`)).bytes.byteLength };
  },
  check: (pages) => pages.every(({ lengthBytes }) => lengthBytes > 0),
});

// The classic lesson: download several web pages and report the length of each.
// Run it: npm run bench -- download-pages

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Download twenty pages',
  question: 'Twenty pages, each a few milliseconds away: one by one, or all at once? Do more threads help to wait?',
  explanation:
    'A request spends nearly all its time waiting for the other side. One thread can wait for twenty answers at once; ' +
    'a pool waits with one thread for each answer and pays for passing messages.',
  taskCount: 20,
  // Each page has its own delay, 3 to 6 ms, and its own length.
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => ({ page, delayMs: 3 + ((page * 3) % 4) })),
  io: async ({ page, delayMs }, { get }) => {
    const answer = await get(`/pages/${page}?delay=${delayMs}`);
    return { page, lengthBytes: answer.bytes.byteLength };
  },
  check: (pages) => pages.every(({ page, lengthBytes }, index) => page === index && lengthBytes > 0),
});

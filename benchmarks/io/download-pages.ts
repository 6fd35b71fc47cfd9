// The classic lesson: download several web pages and report the length of each.
// Run it: npm run bench -- download-pages

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Download twenty pages',
  question: 'Twenty pages, each eight milliseconds away: one by one, or all at once? Do more threads help to wait?',
  explanation:
    'A request spends nearly all its time waiting for the other side. One thread can wait for twenty answers at once; ' +
    'a pool waits with one thread for each answer and pays for passing messages.',
  tags: ['requests'],
  taskCount: 20,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  // Each page has its own length.
  io: async (page, { get }) => {
    const answer = await get(`/pages/${page}?delay=8`);
    return { page, lengthBytes: answer.bytes.byteLength };
  },
  check: (pages) => pages.every(({ page, lengthBytes }, index) => page === index && lengthBytes > 0),
});

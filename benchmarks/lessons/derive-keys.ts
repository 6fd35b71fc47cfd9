// A lesson: native code that computes on libuv's threads while the loop goes on, unlike that of hash-blocks.
// Run it: npm run bench -- derive-keys

import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { defineScenario } from '#bench';

const deriveKey = promisify(pbkdf2);
const ROUNDS = 40_000;

export default defineScenario({
  title: 'Derive eight keys, asynchronously',
  question: 'Nothing here waits for anybody. Can Promise.all make it faster, without a worker thread?',
  explanation:
    'The asynchronous form hands the computing to one of libuv’s threads, of which a process has four unless ' +
    'UV_THREADPOOL_SIZE says otherwise: so many run at once, as far as there are cores. The synchronous form would hold the ' +
    'loop. Not native or JavaScript is the question, but on which thread it runs.',
  tags: ['lesson', 'threads'],
  // Try this: UV_THREADPOOL_SIZE=1 in front of the command.
  taskCount: 8,
  concurrency: 2,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => `password ${index}`),
  io: async (password) => (await deriveKey(password, 'salt of a lesson', ROUNDS, 32, 'sha256')).toString('hex'),
  check: (keys) => keys.every((key) => /^[0-9a-f]{64}$/.test(key)) && new Set(keys).size === keys.length,
});

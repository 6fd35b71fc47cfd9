// Keys from passwords, through libuv's threads.

import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

export default {
  title: 'Sixteen keys',
  question: 'Is it waiting or computing?',
  explanation: 'The promise is free, the threads of libuv are not.',
  taskCount: 16,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, key) => `password ${key}`),
  io: async (password) => (await derive(password, 'salt', 3_000, 32, 'sha256')).toString('hex'),
};

// Compresses through the asynchronous face of zlib: libuv's threads compute, about a millisecond a task.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const LINES = Array.from({ length: 3_500 }, (_, line) => `${(line * 7_919) % 10_007} items in row ${line}\n`).join('');

export default {
  title: 'Compress sixteen logs, asynchronously',
  question: 'Does Promise.all help?',
  explanation: 'Each call occupies one of the threads of libuv.',
  taskCount: 16,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, log) => `log ${log}\n${LINES}`),
  io: async (text) => (await compress(text)).length,
};

// The same compression on the thread that asks for it: native code, about a millisecond a task.

import { gzipSync } from 'node:zlib';

const LINES = Array.from({ length: 3_500 }, (_, line) => `${(line * 7_919) % 10_007} items in row ${line}\n`).join('');

export default {
  title: 'Compress sixteen logs, in place',
  question: 'Is a worker worth it?',
  explanation: 'gzipSync computes on the calling thread.',
  taskCount: 16,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, log) => `log ${log}\n${LINES}`),
  cpu: (text) => gzipSync(text).length,
};

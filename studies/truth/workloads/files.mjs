// Forty small files. Each process and each thread writes its own when it loads this.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'truth-files-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (let file = 0; file < 40; file++) writeFileSync(join(folder, `${file}.txt`), 'line of text\n'.repeat(1_500 + file));

export default {
  title: 'Forty files',
  question: 'One by one, or all at once?',
  explanation: 'What is in the page cache is copied, not waited for.',
  taskCount: 40,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, file) => file % 40),
  io: async (file) => (await readFile(join(folder, `${file}.txt`))).length,
};

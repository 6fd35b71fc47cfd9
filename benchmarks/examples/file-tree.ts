// Reads a tree of small files, which `setup` writes and `teardown` removes.
// Run it: npm run bench -- file-tree

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Count the bytes of a file tree, folder by folder',
  question: 'The files are in memory already. What is there to wait for?',
  explanation:
    'A file in the page cache is copied, not waited for; what takes the time is the way to one of libuv’s threads and ' +
    'back, many times. Started together, those trips overlap.',
  tags: ['example'],
  taskCount: 12,
  parameters: { files: 10, bytes: 20_000 },
  async setup({ parameters }) {
    const root = await mkdtemp(join(tmpdir(), 'file-tree-'));
    for (let folder = 0; folder < 12; folder++) {
      await mkdir(join(root, `${folder}`));
      for (let file = 0; file < parameters.files; file++) {
        await writeFile(join(root, `${folder}`, `${file}.txt`), 'x'.repeat(parameters.bytes + file));
      }
    }
    return root;
  },
  teardown: (root) => rm(root, { recursive: true }),
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index % 12),
  async io(folder, { context: root }) {
    const names = await readdir(join(root, `${folder}`));
    const files = await Promise.all(names.map((name) => readFile(join(root, `${folder}`, name))));
    return files.reduce((sum, { length }) => sum + length, 0);
  },
  check: (sizes) => new Set(sizes).size === 1,
});

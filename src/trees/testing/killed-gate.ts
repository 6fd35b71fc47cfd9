// A program that opens trees as its one argument says, tells its parent, and stays until it is killed.

import { writeSync } from 'node:fs';
import { openTrees } from '../open-trees.ts';

const { base, install } = JSON.parse(process.argv[2] ?? '{}');

await openTrees({
  ...{ base, install, folder: process.cwd() },
  signal: new AbortController().signal,
  onNote: (line) => writeSync(1, `${line}\n`),
});
writeSync(1, 'open\n');
setInterval(() => {}, 1_000);

// Entry of the reaper's process: hears of every process the runner starts and of every one that has ended, and ends the
// rest when the runner is gone. A child leaves by itself when its parent dies, unless it is inside a loop that never
// yields; that one would otherwise run for ever.

import { createInterface } from 'node:readline';
import { killGroup } from './kill-group.ts';

/** What a child may take to leave by itself. */
const GRACE_MS = 1_000;

const alive = new Set<number>();

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) alive.add(pid);
  else alive.delete(pid);
}

if (alive.size > 0) await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
for (const pid of alive) killGroup(pid);

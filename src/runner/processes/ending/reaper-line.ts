// The line to the reaper: one process for this one, started with the first child, told of all of them.

import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { entryUrl } from '../../../entry-url.ts';
import { flagsForOurs } from '../node-flags.ts';

let line: Writable | undefined;

/** Tells the reaper that a process has been started. */
export function reportStart(pid: number | undefined): void {
  line ??= openLine();
  if (pid !== undefined) line.write(`+${pid}\n`);
}

/** Tells the reaper that a process has ended. */
export function reportEnd(pid: number | undefined): void {
  if (pid !== undefined) line?.write(`-${pid}\n`);
}

function openLine(): Writable {
  const reaper = spawn(process.execPath, [fileURLToPath(entryUrl('./reaper', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { ...process.env, NODE_OPTIONS: flagsForOurs().nodeOptions },
  });
  // It must not keep this process alive; a reaper that could not start only means less safety.
  reaper.unref();
  reaper.on('error', () => {});
  reaper.stdin.on('error', () => {});
  (reaper.stdin as unknown as { unref(): void }).unref();
  return reaper.stdin;
}

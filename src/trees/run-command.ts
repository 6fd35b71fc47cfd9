// A program that is run to its end, in a process group of its own that ends as a whole: with the program, when somebody
// says stop, or by the reaper when we are gone.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../errors.ts';
import { killGroup } from '../runner/processes/ending/kill-group.ts';
import { reportEnd, reportStart } from '../runner/processes/ending/reaper-line.ts';
import { isGroupAlive } from '../runner/servers/live-group.ts';

/** For its own ending, once it has been asked to: git removes what it has half made. */
const END_GRACE_MS = 2_000;
const POLL_MS = 20;
/** What it left running may hold its pipes open for ever. */
const LAST_WORDS_MS = 200;
const MOST_KEPT_LINES = 20;

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** With it, `file` is a line for the shell. */
  readonly shell?: boolean;
  /** Told each line that it prints. With it, nothing is kept of its stdout but the last lines. */
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  /** `exit code 1`, `SIGKILL`. */
  readonly how: string;
  readonly stdout: string;
  /** What it printed last, on whichever stream. */
  readonly lastLines: readonly string[];
}

/** Runs it. Rejects with `INTERRUPTED`, nothing left running then, or with the system's own error where it does not start. */
export async function runCommand(command: Command): Promise<Ended> {
  const { signal } = command;
  if (signal?.aborted) throw interrupted();
  const ended = await runToItsEnd(command);
  // Whatever it said while it was being ended is of no interest.
  if (signal?.aborted) throw interrupted();
  return ended;
}

async function runToItsEnd({ file, args, folder, env, shell = false, onLine, signal }: Command): Promise<Ended> {
  const child = spawn(file, args, { cwd: folder, env, shell, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  reportStart(pid);
  const kept = keepOutput(child, onLine);
  const onAbort = () => void endGroup(pid, END_GRACE_MS);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const exit = await exitOf(child);
    await Promise.race([kept.closed, sleep(LAST_WORDS_MS)]);
    return { ...exit, stdout: kept.text(), lastLines: kept.lastLines };
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await endGroup(pid, signal?.aborted ? END_GRACE_MS : 0);
    reportEnd(pid);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

function exitOf(child: ChildProcess): Promise<Pick<Ended, 'code' | 'how'>> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, how: signal ?? `exit code ${code}` }));
  });
}

function keepOutput(child: ChildProcess, onLine: Command['onLine']) {
  const lastLines: string[] = [];
  const pieces: string[] = [];
  if (onLine === undefined) child.stdout?.setEncoding('utf8').on('data', (text: string) => pieces.push(text));
  for (const stream of onLine === undefined ? [child.stderr] : [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return;
      lastLines.push(line.trimEnd());
      if (lastLines.length > MOST_KEPT_LINES) lastLines.shift();
      onLine?.(line.trimEnd());
    });
  }
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { closed, lastLines, text: () => pieces.join('') };
}

/** Asks everybody in the group to end, and ends them when that takes longer. */
async function endGroup(pid: number | undefined, graceMs: number): Promise<void> {
  if (pid === undefined || !isGroupAlive(pid)) return;
  const untilMs = performance.now() + graceMs;
  try {
    if (graceMs > 0) process.kill(-pid, 'SIGTERM');
  } catch {
    // They have gone meanwhile.
  }
  while (isGroupAlive(pid) && performance.now() < untilMs) await sleep(POLL_MS);
  if (isGroupAlive(pid)) killGroup(pid);
}

/** What everything here ends with when it is told to stop. */
export function interrupted(): BenchError {
  return new BenchError('INTERRUPTED', 'interrupted', 'Nothing was measured.');
}

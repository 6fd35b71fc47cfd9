// A child process of the runner, spoken to over IPC. It leaves when IPC disconnects or its stdin closes, and the reaper
// ends it when it cannot. What it writes to stderr is kept for the error message.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileCacheFolder } from '../../compile-cache.ts';
import { reportEnd, reportStart } from './reaper-line.ts';

/** How much of a child's stderr is kept. */
const STDERR_TAIL_CHARS = 2_000;

export class Child {
  readonly #process: ChildProcess;
  /** Resolves when the process has ended, to a sentence that says how. Never rejects. */
  readonly ended: Promise<string>;
  #hasEnded = false;
  #stderrTail = '';

  constructor(entryUrl: string, args: readonly string[] = []) {
    this.#process = fork(fileURLToPath(entryUrl), args, {
      stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // Not of our terminal's group: Ctrl-C is for the runner, which decides when a child ends.
      detached: true,
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCacheFolder() },
    });
    const { pid } = this.#process;
    reportStart(pid);
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderrTail = (this.#stderrTail + text).slice(-STDERR_TAIL_CHARS);
    });
    this.ended = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve(`could not start: ${error.message}`));
      this.#process.once('exit', (code, signal) => {
        this.#hasEnded = true;
        reportEnd(pid);
        resolve(describeEnd(code, signal, this.#stderrTail));
      });
    });
    // A message to a process that has just died is no bug; its end is reported by `ended`.
    this.#process.on('error', () => {});
    this.#process.stdin?.on('error', () => {});
  }

  send(message: object): void {
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  /** Calls `listener` with every message until the returned function is called. */
  onMessage(listener: (message: unknown) => void): () => void {
    this.#process.on('message', listener);
    return () => this.#process.off('message', listener);
  }

  /** Resolves once the process has ended: by itself within `graceMs`, killed after that. */
  async end(graceMs: number): Promise<void> {
    if (this.#hasEnded) return;
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), graceMs);
    await this.ended;
    clearTimeout(timer);
  }
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null, stderr: string): string {
  const how = signal ? `was ended by ${signal}` : `exited with code ${code}`;
  // Node prints the source line first and the error's own line after it; a task may have printed anything before.
  const complaint = stderr.match(/^(?:FATAL ERROR:|[A-Za-z]*(?:Error|Exception)\b).*$/gm)?.at(-1);
  return complaint ? `${how}: ${complaint.slice(0, 200)}` : how;
}

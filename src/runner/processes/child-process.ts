// A child process of the runner, spoken to over IPC. It leaves when IPC disconnects or its stdin closes, and the reaper
// ends it when it cannot. What it writes to stderr is kept for the error message.

import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { compileCacheFolder } from '../../compile-cache.ts';
import { BenchError } from '../../errors.ts';
import { INSIDE_VARIABLE } from '../../model/processes/inside.ts';
import { killGroup } from './ending/kill-group.ts';
import { reportEnd, reportStart } from './ending/reaper-line.ts';
import { flagsForOurs, type NodeFlags } from './node-flags.ts';

/** How much of a child's stderr is kept. */
const STDERR_TAIL_CHARS = 2_000;
const OUR_STDERR = 2;

/** How long an answer may take, and what ends the waiting early. */
export interface Patience {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** There is no answer and there will be none. */
export class NoAnswer extends Error {
  readonly why: 'ended' | 'silent';

  constructor(why: NoAnswer['why'], how: string) {
    super(how);
    this.why = why;
  }
}

export class Child {
  readonly #process: ChildProcess;
  /** Resolves when the process has ended, to a sentence that says how. Never rejects. */
  readonly ended: Promise<string>;
  #hasEnded = false;
  #stderrTail = '';

  /**
   * `prints` says where its stdout goes: nowhere, or to our stderr; `flags` how its Node is started; `folder` its working
   * folder, ours by default.
   */
  constructor(
    entryUrl: string,
    args: readonly string[] = [],
    prints: 'nothing' | 'to stderr' = 'nothing',
    { execArgv, nodeOptions }: NodeFlags = flagsForOurs(),
    folder?: string,
  ) {
    this.#process = fork(fileURLToPath(entryUrl), args, {
      stdio: ['pipe', prints === 'nothing' ? 'ignore' : OUR_STDERR, 'pipe', 'ipc'],
      serialization: 'advanced',
      ...(folder !== undefined && { cwd: folder }),
      // A group of its own: Ctrl-C is for the runner, which decides when a child ends, and with it all that it started.
      detached: true,
      execArgv: [...execArgv],
      env: {
        ...process.env,
        NODE_OPTIONS: nodeOptions,
        NODE_COMPILE_CACHE: compileCacheFolder(),
        [INSIDE_VARIABLE]: '1',
      },
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
        if (pid !== undefined) killGroup(pid);
        // A process that it started and that left the group may hold the pipe open for ever.
        (this.#process.stderr as Socket | null)?.unref();
        (this.#process.stdin as Socket | null)?.destroy();
        resolve(describeEnd(code, signal, this.#stderrTail));
      });
    });
    // A message to a process that has just died is no bug; its end is reported by `ended`.
    this.#process.on('error', () => {});
    this.#process.stdin?.on('error', () => {});
  }

  /**
   * Sends a request under an id and resolves to the message that repeats it, so that nothing else a task sends is taken
   * for an answer. Rejects with `NoAnswer`, or with `INTERRUPTED` when told to stop waiting.
   */
  ask(request: object, patience: Patience): Promise<object> {
    const id = randomUUID();
    const answer = this.#next((message) => (message as { id?: unknown }).id === id, patience);
    this.send({ ...request, id });
    return answer;
  }

  /** Resolves to the first message of a process that speaks without being asked. Rejects as `ask` does. */
  firstMessage(patience: Patience): Promise<object> {
    return this.#next(() => true, patience);
  }

  /** Sends a message that wants no answer. */
  send(message: object): void {
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  /** Resolves once the process has ended: by itself within `graceMs`, killed after that. */
  async end(graceMs: number): Promise<void> {
    if (this.#hasEnded) return;
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), graceMs);
    await this.ended;
    clearTimeout(timer);
  }

  async #next(isMeant: (message: object) => boolean, { deadlineMs, signal }: Patience): Promise<object> {
    const { promise, resolve, reject } = Promise.withResolvers<object>();
    const onMessage = (message: unknown) => {
      if (typeof message === 'object' && message !== null && isMeant(message)) resolve(message);
    };
    const onAbort = () => reject(interrupted());
    const timer = setTimeout(
      () => reject(new NoAnswer('silent', `did not answer within ${deadlineMs / 1000} s`)),
      deadlineMs,
    );
    void this.ended.then((how) => reject(new NoAnswer('ended', how)));
    this.#process.on('message', onMessage);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#process.off('message', onMessage);
      signal?.removeEventListener('abort', onAbort);
    }
  }
}

function interrupted(): BenchError {
  return new BenchError('INTERRUPTED', 'interrupted', 'What had been measured by then, if anything, is kept.');
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null, stderr: string): string {
  const how = signal ? `was ended by ${signal}` : `exited with code ${code}`;
  // Node prints the source line first and the error's own line after it; a task may have printed anything before.
  const complaint = stderr.match(/^(?:FATAL ERROR:|[A-Za-z]*(?:Error|Exception)\b).*$/gm)?.at(-1);
  return complaint ? `${how}: ${complaint.slice(0, 200)}` : how;
}

// The arm's side of one child process that runs tasks: one job at a time, and a sentence about its end when it comes early.

import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { entryUrl } from '../../entry-url.ts';
import { BenchError, messageOf } from '../../errors.ts';
import type { RequestTally } from '../tasks/request-tally.ts';
import type { ChildJob, SentAnswer, SentJob } from './main.ts';

/** For what the scenario does when its process ends. */
const LEAVING_MS = 500;
/** How much of its stderr is kept. */
const STDERR_TAIL_CHARS = 2_000;

interface Waiting {
  readonly number: number;
  readonly resolve: (answer: SentAnswer) => void;
  readonly reject: (thrown: unknown) => void;
}

export class ChildWorker {
  readonly #process: ChildProcess;
  readonly #name: string;
  readonly #ended: Promise<void>;
  /** Why it is gone; undefined while it is there. */
  #end: BenchError | undefined;
  #stderrTail = '';
  #waiting: Waiting | undefined;
  #lastNumber = 0;

  /** Starts it; `worker` is its number, from 0. */
  constructor(worker: number) {
    this.#name = `worker ${worker + 1}`;
    // In the group of the arm, so that whoever ends that ends this too, whatever it is doing. It inherits the arm's flags.
    this.#process = fork(fileURLToPath(entryUrl('./main', import.meta.url)), [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderrTail = (this.#stderrTail + text).slice(-STDERR_TAIL_CHARS);
    });
    this.#ended = new Promise((resolve) => {
      const end = (how: string) => {
        this.#end ??= endError(this.#name, how);
        this.#waiting?.reject(this.#end);
        this.#waiting = undefined;
        resolve();
      };
      this.#process.once('error', (error) => end(`could not start: ${error.message}`));
      this.#process.once('exit', (code, signal) => {
        (this.#process.stderr as Socket | null)?.destroy();
        end(`${signal ? `was ended by ${signal}` : `exited with code ${code}`}${complaintIn(this.#stderrTail)}`);
      });
    });
    // A message to a process that has just died is no bug; its end is told.
    this.#process.on('error', () => {});
    this.#process.on('message', (message: Partial<SentAnswer> | null) => {
      const waiting = this.#waiting;
      if (waiting === undefined || message?.overlapJob !== waiting.number) return;
      this.#waiting = undefined;
      waiting.resolve(message as SentAnswer);
    });
  }

  /**
   * Sends a job and resolves to its result. Rejects with `ARM_EXIT` when the process has ended or ends before it answers, and
   * with a `DataCloneError` when the job cannot be sent. `shareRatio` is the part of the requests left that it may send.
   */
  async ask<Result>(job: ChildJob, tally: RequestTally, shareRatio: number): Promise<Result> {
    if (this.#end) throw this.#end;
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const bounds = tally.setApart(shareRatio);
    const { promise, resolve, reject } = Promise.withResolvers<SentAnswer>();
    this.#waiting = { number, resolve, reject };
    try {
      this.#process.send({ overlapJob: number, job, bounds } satisfies SentJob);
    } catch (thrown) {
      this.#waiting = undefined;
      tally.told(0, bounds);
      throw new DOMException(messageOf(thrown), 'DataCloneError');
    }
    const { result, askedCount } = await promise;
    tally.told(askedCount, bounds);
    return result as Result;
  }

  /** Ends it: at once where it is at work, else by itself. Resolves once it has ended. */
  async end(): Promise<void> {
    const kill = () => this.#process.kill('SIGKILL');
    const isBusy = this.#waiting !== undefined;
    this.#end ??= endError(this.#name, 'has been ended');
    if (isBusy || !this.#process.connected) kill();
    else this.#process.disconnect();
    const timer = setTimeout(kill, LEAVING_MS);
    await this.#ended;
    clearTimeout(timer);
  }
}

function endError(name: string, how: string): BenchError {
  return new BenchError(
    'ARM_EXIT',
    `the process of ${name} ${how}`,
    'Look for a task that ends its process, a native crash, or an error that nobody awaits',
  );
}

/** The line of its stderr that names an error, Node's own comes last. */
function complaintIn(stderr: string): string {
  const complaint = stderr.match(/^(?:FATAL ERROR:|[A-Za-z]*(?:Error|Exception)\b).*$/gm)?.at(-1);
  return complaint ? `: ${complaint.slice(0, 200)}` : '';
}

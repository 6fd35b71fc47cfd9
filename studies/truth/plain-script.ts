// The plain script as a process: warms itself up, then times one round of its ways whenever it is asked.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./plain/main.mjs', import.meta.url));

/** Time of one batch of each way. */
export type PlainRound = Readonly<Record<string, number>>;

/** What a script runs. */
export interface PlainWork {
  readonly url: string;
  /** The server that it asks for pages. */
  readonly origin: string;
  /** Each way runs for as long before anything is timed. */
  readonly warmMs: number;
  readonly ways: readonly string[];
}

export class PlainScript {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Resolves when it is warm. Rejects when it ends instead; its complaint is on stderr. */
  static async open({ url, origin, warmMs, ways }: PlainWork): Promise<PlainScript> {
    const child = fork(SCRIPT, [url, origin, String(warmMs), ...ways], {
      env: { ...process.env, PAGES_ORIGIN: origin },
    });
    await nextMessage(child);
    return new PlainScript(child);
  }

  /** One batch of every way, in a random order. */
  async round(): Promise<PlainRound> {
    this.#child.send('round');
    return (await nextMessage(this.#child)) as PlainRound;
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the plain script ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

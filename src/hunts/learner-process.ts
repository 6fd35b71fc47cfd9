// The checker's side of a learner's program: its code runs in a child, and only what it did comes back. A program that does not
// end is killed, because a loop that never yields cannot be asked to stop.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { entryUrl } from '../entry-url.ts';
import { BenchError } from '../errors.ts';
import type { ServerAddress } from '../model/server/server-address.ts';
import { Child, NoAnswer } from '../runner/processes/child-process.ts';
import { flagsForScenarios, type NodeFlags } from '../runner/processes/node-flags.ts';
import type { LearnerRecord } from './facts.ts';
import type { LearnerReply, LearnerRequest } from './learner/protocol.ts';

const ENTRY_URL = entryUrl('./learner/main', import.meta.url);
const GUARD = fileURLToPath(entryUrl('./learner/guard/main', import.meta.url));
const LOAD_MS = 10_000;
/** How long whoever reads what a program prints may pause; the rest is given up. */
const MOST_READING_MS = 10_000;

/** How a program ended its process, or did not end. */
export interface NoRecord {
  readonly how: string;
}

export class LearnerProcess {
  readonly #child = new Child(ENTRY_URL, [], 'to stderr', guarded(flagsForScenarios()));
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  /** Loads a file. Throws `HUNT_FILE`, or `INTERRUPTED` when told to stop. */
  static async load(file: string, signal: AbortSignal, loadMs = LOAD_MS): Promise<LearnerProcess> {
    const learner = new LearnerProcess(file);
    try {
      await learner.#load(loadMs, signal);
      return learner;
    } catch (thrown) {
      await learner.close();
      throw thrown;
    }
  }

  async #load(deadlineMs: number, signal: AbortSignal): Promise<void> {
    const reply = await this.#ask({ type: 'load', url: pathToFileURL(this.#file).href }, deadlineMs, signal);
    const refuse = (how: string, hint: string) => new BenchError('HUNT_FILE', `${this.#file}: ${how}`, hint);
    if ('how' in reply)
      throw refuse('hint' in reply ? reply.how : `its process ${reply.how}`, 'hint' in reply ? reply.hint : TOP_LEVEL);
  }

  /** Runs the program once. Throws `INTERRUPTED` when told to stop. */
  async run(
    inputs: object,
    server: ServerAddress,
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<LearnerRecord | NoRecord> {
    const reply = await this.#ask({ type: 'run', inputs, server }, deadlineMs, signal);
    if ('type' in reply && reply.type === 'ran') return reply.record;
    return { how: 'how' in reply ? reply.how : 'answered something else' };
  }

  async #ask(request: LearnerRequest, deadlineMs: number, signal: AbortSignal): Promise<LearnerReply | NoRecord> {
    try {
      const reply = (await this.#child.ask(request, { deadlineMs, signal })) as LearnerReply;
      await this.#flush(signal);
      return reply;
    } catch (thrown) {
      if (!(thrown instanceof NoAnswer)) throw thrown;
      return { how: thrown.message };
    }
  }

  /** Before it is ended: a kill loses what a slow pipe has not taken. An answer stands, however slow its reader. */
  async #flush(signal: AbortSignal): Promise<void> {
    try {
      await this.#child.ask({ type: 'flush' } satisfies LearnerRequest, { deadlineMs: MOST_READING_MS, signal });
    } catch (thrown) {
      if (!(thrown instanceof NoAnswer)) throw thrown;
    }
  }

  /** Ends it at once. */
  async close(): Promise<void> {
    await this.#child.end(0);
  }
}

/** Required, since a thread waits for that before it begins, and its threads have the flags of their process. */
function guarded({ execArgv, nodeOptions }: NodeFlags): NodeFlags {
  return { execArgv: [...execArgv, '--require', GUARD], nodeOptions };
}

const TOP_LEVEL = 'Look at its top level for what ends the process or never ends; what it does belongs into `run`.';

// The runner's side of one arm: asks, waits with a deadline, and turns every way an arm can end into a failure with a
// reason. A process that does not answer in time is killed, because a loop that never ends cannot be asked to stop.

import { entryUrl } from '../../entry-url.ts';
import { BenchError } from '../../errors.ts';
import type { CellFailure } from '../../model/document/document.ts';
import type { ArmReply, ArmRequest, SentReply, SentRequest } from '../../model/processes/arm-protocol.ts';
import { Child, NoAnswer } from './child-process.ts';
import { flagsForScenarios } from './node-flags.ts';

const ENTRY_URL = entryUrl('../../arm/main', import.meta.url);
/** The arm's own deadline fires first and says more; this is for arms that cannot even do that. */
const DEADLINE_GRACE_MS = 1_000;
const LEAVING_MS = 1_000;

/** No figure of an arm comes near it: eleven days, in milliseconds. */
const MOST = 1e9;
/** The same in microseconds, which instants of tasks are. */
const MOST_US = 1e12;

export class ArmFailure extends Error {
  readonly failure: CellFailure;
  constructor(failure: CellFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export class ArmProcess {
  readonly #child: Child;
  #askedCount = 0;

  /** `imports` are modules that Node loads before the scenario, as `--import` does; `folder` is its working folder, ours by default. */
  constructor(imports: readonly string[] = [], folder?: string) {
    this.#child = new Child(ENTRY_URL, [], 'nothing', flagsForScenarios(imports), folder);
  }

  /** Requests that it has told of so far, however they ended. */
  get askedCount(): number {
    return this.#askedCount;
  }

  /**
   * Sends one request and resolves to the reply of the wanted type. Rejects with `ArmFailure` when the arm reports a
   * failure, exits, or does not answer within `deadlineMs`; after that the arm is of no more use. Rejects with
   * `INTERRUPTED` when the signal is aborted.
   */
  async ask<T extends ArmReply['type']>(
    request: SentRequest,
    wanted: T,
    deadlineMs: number,
    signal?: AbortSignal,
  ): Promise<Extract<ArmReply, { type: T }>> {
    const reply = await this.#replyTo(request, deadlineMs, signal);
    if (reply.type === 'failed') throw new ArmFailure(reply.failure);
    if (reply.type !== wanted) throw new BenchError('ARM_START', `the arm answered '${reply.type}'`, 'This is a bug.');
    const wrong = impossibleNumber(reply, reply.type === 'timelines' ? MOST_US : MOST);
    if (wrong !== null) {
      const message = `the arm measured ${wrong}: look for code in the scenario that replaces clocks, counters or Math`;
      throw new ArmFailure({ code: 'CLOCK_REPLACED', message });
    }
    return reply as Extract<ArmReply, { type: T }>;
  }

  async #replyTo(request: SentRequest, deadlineMs: number, signal?: AbortSignal): Promise<ArmReply> {
    try {
      const answer = await this.#child.ask(request, { deadlineMs: deadlineMs + DEADLINE_GRACE_MS, signal });
      const reply = answer as SentReply;
      this.#askedCount = reply.askedCount;
      return reply;
    } catch (thrown) {
      if (!(thrown instanceof NoAnswer)) throw thrown;
      if (thrown.why === 'silent')
        throw new ArmFailure({ code: 'DEADLINE', message: silence(request.type, deadlineMs) });
      throw new ArmFailure({ code: 'ARM_EXIT', message: `the arm's process ${explained(thrown.message)}` });
    }
  }

  /**
   * Asks the arm to close, and kills it when it does not. Resolves to what undoing its set-up took, at most `deadlineMs`; null
   * where there was nothing to undo. Rejects with `ArmFailure` where that failed.
   */
  async close(deadlineMs = 0): Promise<number | null> {
    try {
      const { teardownMs } = await this.ask({ type: 'close' }, 'closed', deadlineMs);
      // What the scenario does when its process ends has its time, too.
      await this.#child.end(LEAVING_MS);
      return teardownMs;
    } finally {
      await this.#child.end(0);
    }
  }

  /** Ends the process at once. */
  async kill(): Promise<void> {
    await this.#child.end(0);
  }
}

/** What is surprising where one file runs in many processes at once. */
function explained(how: string): string {
  return how.includes('EADDRINUSE')
    ? `${how}. Each arm runs the file in a process of its own: listen on port 0, which is another one each time`
    : how;
}

function silence(asked: ArmRequest['type'], deadlineMs: number): string {
  const silent = `no answer within ${deadlineMs / 1000} s`;
  if (asked === 'close') return `${silent}: \`teardown\` did not end`;
  if (asked === 'load') return `${silent}: loading the scenario or making its inputs did not end`;
  if (asked === 'open')
    return `${silent}: its \`setup\`, or starting its workers, which load the scenario once more, did not end`;
  const what = 'a task that never ends, a loop that never yields, or outputs too large to verify';
  return `${silent}: ${what}. Give it longer with --deadline`;
}

/** What no clock and no counter gives, such as `ioMs NaN`; null in a sound reply. One such number would spoil the document of all. */
function impossibleNumber(value: unknown, most: number, name = 'something'): string | null {
  if (typeof value === 'number') return Math.abs(value) <= most ? null : `${name} ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  for (const [field, part] of Object.entries(value)) {
    const wrong = impossibleNumber(part, most, field);
    if (wrong !== null) return wrong;
  }
  return null;
}

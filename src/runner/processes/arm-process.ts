// The runner's side of one arm: asks, waits with a deadline, and turns every way an arm can end into a failure with a
// reason. A process that does not answer in time is killed, because a loop that never ends cannot be asked to stop.

import { entryUrl } from '../../entry-url.ts';
import { BenchError } from '../../errors.ts';
import type { ArmReply, ArmRequest, NumberedRequest } from '../../model/arm-protocol.ts';
import type { CellFailure } from '../../model/document.ts';
import { Child } from './child-process.ts';

const ENTRY_URL = entryUrl('../../arm/main', import.meta.url);
/** The arm's own deadline fires first and says more; this is for arms that cannot even do that. */
const DEADLINE_GRACE_MS = 1_000;
const CLOSE_GRACE_MS = 1_000;

export class ArmFailure extends Error {
  readonly failure: CellFailure;
  constructor(failure: CellFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export class ArmProcess {
  readonly #child = new Child(ENTRY_URL);
  #requestId = 0;

  /**
   * Sends one request and resolves to the reply of the wanted type. Rejects with `ArmFailure` when the arm reports a
   * failure, exits, or does not answer within `deadlineMs`; after that the arm is of no more use.
   */
  async ask<T extends ArmReply['type']>(
    request: ArmRequest,
    wanted: T,
    deadlineMs: number,
  ): Promise<Extract<ArmReply, { type: T }>> {
    const { promise: replied, resolve } = Promise.withResolvers<ArmReply>();
    this.#requestId += 1;
    const requestId = this.#requestId;
    const stopListening = this.#child.onMessage((message) => {
      if ((message as { requestId?: unknown } | null)?.requestId === requestId) resolve(message as ArmReply);
    });
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<ArmReply>((resolveExpired) => {
      timer = setTimeout(() => resolveExpired(failed('DEADLINE', silence(deadlineMs))), deadlineMs + DEADLINE_GRACE_MS);
    });
    const ended = this.#child.ended.then((how) => failed('ARM_EXIT', `the arm's process ${how}`));
    try {
      this.#child.send({ ...request, requestId } satisfies NumberedRequest);
      const reply = await Promise.race([replied, ended, expired]);
      if (reply.type === 'failed') throw new ArmFailure(reply.failure);
      if (reply.type !== wanted)
        throw new BenchError('ARM_START', `the arm answered '${reply.type}'`, 'This is a bug.');
      return reply as Extract<ArmReply, { type: T }>;
    } finally {
      clearTimeout(timer);
      stopListening();
    }
  }

  /** Asks the arm to close, and kills it when it does not. */
  async close(): Promise<void> {
    this.#child.send({ type: 'close', requestId: 0 } satisfies NumberedRequest);
    await this.#child.end(CLOSE_GRACE_MS);
  }

  /** Ends the process at once. */
  async kill(): Promise<void> {
    await this.#child.end(0);
  }
}

function failed(code: CellFailure['code'], message: string): ArmReply {
  return { type: 'failed', failure: { code, message } };
}

function silence(deadlineMs: number): string {
  return `no answer within ${deadlineMs / 1000} s: a task that never ends, a loop that never yields, or outputs too large to verify`;
}

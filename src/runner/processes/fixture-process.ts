// The fixture server as the runner sees it: a process that tells its origin, answers for its own CPU time and
// connections, and ends with us.

import { z } from 'zod';
import { entryUrl } from '../../entry-url.ts';
import { BenchError, ERROR_CODES, type ErrorCode } from '../../errors.ts';
import { Child } from './child-process.ts';

const ENTRY_URL = entryUrl('../../../fixtures/server', import.meta.url);
const START_MS = 10_000;
const ANSWER_MS = 5_000;
/** For the server's own ending, beyond what it lets answers take. */
const CLOSE_GRACE_MS = 1_000;

const readyMessage = z.object({
  type: z.literal('ready'),
  origin: z.url(),
  certificate: z.string().nullable(),
  options: z.object({ drainMs: z.number() }),
  endpoints: z.array(z.object({ method: z.string(), path: z.string(), about: z.string() })),
  warnings: z.array(z.string()),
});
const failedMessage = z.object({ type: z.literal('failed'), code: z.string(), message: z.string(), hint: z.string() });
const statsMessage = z.object({
  type: z.literal('stats'),
  id: z.number(),
  stats: z.object({ cpuMs: z.number(), connectionCount: z.number() }),
});

/** The server's account of itself since it started. */
export type FixtureStats = z.infer<typeof statsMessage>['stats'];

export class FixtureProcess {
  readonly origin: string;
  /** The certificate to trust, as PEM; null in clear text. */
  readonly certificate: string | null;
  readonly endpoints: z.infer<typeof readyMessage>['endpoints'];
  readonly warnings: readonly string[];
  /** Resolves to a sentence when the server has ended. */
  readonly ended: Promise<string>;
  readonly #child: Child;
  readonly #drainMs: number;
  #lastId = 0;

  private constructor(child: Child, ready: z.infer<typeof readyMessage>) {
    this.#child = child;
    this.ended = child.ended;
    this.origin = ready.origin;
    this.certificate = ready.certificate;
    this.#drainMs = ready.options.drainMs;
    this.endpoints = ready.endpoints;
    this.warnings = ready.warnings;
  }

  /**
   * Starts the server with the given options. Throws `PORT_IN_USE`, `FIXTURE_START` or what the server names; when
   * `signal` aborts before the server listens, it is ended at once.
   */
  static async start(options: object = {}, signal?: AbortSignal): Promise<FixtureProcess> {
    const child = new Child(ENTRY_URL, [JSON.stringify(options)]);
    const stop = () => void child.end(0);
    const timer = setTimeout(stop, START_MS);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    try {
      const message = await Promise.race([firstMessage(child), child.ended]);
      const ready = readyMessage.safeParse(message);
      if (ready.success) return new FixtureProcess(child, ready.data);
      await child.end(CLOSE_GRACE_MS);
      throw startError(message);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Throws `FIXTURE_LOST` when the server is gone or does not answer. */
  async stats(): Promise<FixtureStats> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise: answered, resolve } = Promise.withResolvers<FixtureStats | undefined>();
    const stopListening = this.#child.onMessage((message) => {
      const parsed = statsMessage.safeParse(message);
      if (parsed.success && parsed.data.id === id) resolve(parsed.data.stats);
    });
    const timer = setTimeout(() => resolve(undefined), ANSWER_MS);
    try {
      this.#child.send({ type: 'stats', id });
      const answer = await Promise.race([answered, this.ended]);
      if (typeof answer === 'object') return answer;
      throw new BenchError('FIXTURE_LOST', `the fixture server ${answer ?? 'does not answer'}`, 'Run again.');
    } finally {
      clearTimeout(timer);
      stopListening();
    }
  }

  /** Lets answers under way finish, as long as the server itself would wait for them. */
  async close(): Promise<void> {
    this.#child.send({ type: 'close' });
    await this.#child.end(this.#drainMs + CLOSE_GRACE_MS);
  }
}

function firstMessage(child: Child): Promise<unknown> {
  return new Promise((resolve) => {
    const stopListening = child.onMessage((message) => {
      stopListening();
      resolve(message);
    });
  });
}

function startError(message: unknown): BenchError {
  const failed = failedMessage.safeParse(message);
  if (!failed.success) {
    const how = typeof message === 'string' ? message : 'sent an unexpected message';
    return new BenchError('FIXTURE_START', `the fixture server ${how}`, 'Try `overlap serve` to see why.');
  }
  const { code, message: text, hint } = failed.data;
  return new BenchError(code in ERROR_CODES ? (code as ErrorCode) : 'FIXTURE_START', text, hint);
}

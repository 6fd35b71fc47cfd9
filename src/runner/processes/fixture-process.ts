// The fixture server as the runner sees it: a process that tells its origin, answers for its own CPU time and
// connections, and ends with us.

import { entryUrl } from '../../entry-url.ts';
import { BenchError, ERROR_CODES, type ErrorCode, messageOf } from '../../errors.ts';
import { fixtureAt, type ServerAddress } from '../../model/server/server-address.ts';
import type { ArmServer, ServerStats } from '../servers/arm-server.ts';
import { Child, NoAnswer } from './child-process.ts';

const ENTRY_URL = entryUrl('../../../fixtures/server', import.meta.url);
const START_MS = 10_000;
const ANSWER_MS = 5_000;
/** For the server's own ending, beyond what it lets answers take. */
const CLOSE_GRACE_MS = 1_000;

/** The server's account of itself since it started; two of them can be subtracted. */
export interface FixtureStats extends ServerStats {
  readonly cpuMs: number;
  readonly connectionCount: number;
  /** Requests for work, whatever became of them. Those beyond what tasks say that they got were repeated or went wrong. */
  readonly requestCount: number;
  /** Requests answered with 429 or 503, and connections beyond the limit, which were closed without being read. */
  readonly refusedCount: number;
  /** Requests that failed on purpose. */
  readonly faultCount: number;
}

/** An account that cannot be subtracted from another: a peak is one of the whole time. */
export interface FixtureAccount extends FixtureStats {
  readonly servedCount: number;
  /** Requests whose client went away before the answer was complete. */
  readonly abortedCount: number;
  /** Most requests under way at once. */
  readonly inFlightMax: number;
}

/** The counters as the server has them, as far as anybody here needs them. */
interface Counters extends Omit<FixtureAccount, 'refusedCount'> {
  readonly rateLimitedCount: number;
  readonly overloadedCount: number;
  readonly connectionDroppedCount: number;
}

/** What the server says once it listens. It is a process of ours, so that its words need no more than a look. */
interface Ready {
  readonly type: 'ready';
  readonly origin: string;
  /** As PEM; null in clear text. */
  readonly certificate: string | null;
  readonly options: { readonly http2: boolean; readonly drainMs: number };
  readonly endpoints: readonly { readonly method: string; readonly path: string; readonly about: string }[];
  readonly warnings: readonly string[];
}

/** What the server says when it cannot start. */
interface Failed {
  readonly type: 'failed';
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export class FixtureProcess implements ArmServer {
  readonly origin: string;
  /** What clients must know of it. */
  readonly address: ServerAddress;
  readonly endpoints: Ready['endpoints'];
  readonly warnings: readonly string[];
  /** Resolves to a sentence when the server has ended. */
  readonly ended: Promise<string>;
  readonly #child: Child;
  readonly #drainMs: number;

  private constructor(child: Child, { origin, certificate, options, endpoints, warnings }: Ready) {
    this.#child = child;
    this.ended = child.ended;
    this.origin = origin;
    this.address = fixtureAt(origin, { http2: options.http2, certificate });
    this.#drainMs = options.drainMs;
    this.endpoints = endpoints;
    this.warnings = warnings;
  }

  /**
   * Starts the server with the given options. Throws `PORT_IN_USE`, `FIXTURE_START` or what the server names; `INTERRUPTED`
   * when `signal` aborts before the server listens, which is then ended at once.
   */
  static async start(options: object = {}, signal?: AbortSignal): Promise<FixtureProcess> {
    const child = new Child(ENTRY_URL, [JSON.stringify(options)]);
    try {
      const message = (await child.firstMessage({ deadlineMs: START_MS, signal })) as Ready | Failed;
      if (message.type === 'ready') return new FixtureProcess(child, message);
      const { code, message: text, hint } = message;
      throw new BenchError(code in ERROR_CODES ? (code as ErrorCode) : 'FIXTURE_START', text, hint);
    } catch (thrown) {
      await child.end(signal?.aborted ? 0 : CLOSE_GRACE_MS);
      if (!(thrown instanceof NoAnswer)) throw thrown;
      const message = `the fixture server ${messageOf(thrown)}`;
      throw new BenchError('FIXTURE_START', message, 'Try `overlap serve` to see why.');
    }
  }

  /** Throws `FIXTURE_LOST` when the server is gone or does not answer. */
  async stats(): Promise<FixtureStats> {
    const { cpuMs, connectionCount, requestCount, refusedCount, faultCount } = await this.account();
    return { cpuMs, connectionCount, requestCount, refusedCount, faultCount };
  }

  /** The same, with what became of the requests and how many there were at once. Throws as `stats` does. */
  async account(): Promise<FixtureAccount> {
    try {
      const answer = await this.#child.ask({ type: 'stats' }, { deadlineMs: ANSWER_MS });
      const { stats } = answer as { stats: Counters };
      const refusedCount = stats.rateLimitedCount + stats.overloadedCount + stats.connectionDroppedCount;
      return { ...stats, refusedCount };
    } catch (thrown) {
      throw new BenchError('FIXTURE_LOST', `the fixture server ${messageOf(thrown)}`, 'Run again.', thrown);
    }
  }

  /** Lets answers under way finish, as long as the server itself would wait for them. */
  async close(): Promise<void> {
    this.#child.send({ type: 'close' });
    await this.#child.end(this.#drainMs + CLOSE_GRACE_MS);
  }
}

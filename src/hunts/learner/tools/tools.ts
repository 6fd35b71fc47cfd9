// What a learner's program gets beside its inputs. Each tool does what its namesake outside does, and notes it.

import { monotonicMs } from '../../../arm/clock.ts';
import { type HttpClient, openClient } from '../../../http.ts';
import { mixUnits } from '../../../kernels.ts';
import type { Answer } from '../../../model/server/answer.ts';
import type { ServerAddress } from '../../../model/server/server-address.ts';
import type { OpenRequest, Recorder } from '../recorder.ts';
import { openPool, type ThreadPool } from './pool.ts';
import { openSyncClient } from './sync-client.ts';

/** Resolves to the text of a page. Rejects with an `Unanswered` where its status is no success. */
export type Get = (path: string, options?: { readonly signal?: AbortSignal }) => Promise<string>;

export interface LearnerTools {
  readonly get: Get;
  /** The same, and the whole thread waits for it. */
  getSync(path: string): string;
  /** A client with connections of its own. */
  createClient(): { readonly get: Get; close(): Promise<void> };
  /** Computes for about a tenth of a millisecond a unit, and gives a checksum. */
  compute(units: number, seed?: number): number;
  /** Starts so many threads, which compute. */
  openPool(threads: number): ThreadPool;
}

/** The refusal of a page. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly status: number;
  /** How long the server asks to wait before the next request; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(path: string, status: number, retryAfterMs: number | null) {
    super(`${path} was answered with ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Every answer is one, also one that says no. */
const STATUSES = Array.from({ length: 500 }, (_, index) => 100 + index);
const NEVER = new AbortController().signal;

export function toolsFor(server: ServerAddress, recorder: Recorder): LearnerTools {
  let client: HttpClient | undefined;
  let syncClient: ((path: string) => Pick<Answer, 'status' | 'headers' | 'timing'> & { text: string }) | undefined;
  return {
    get: (path, options) => {
      client ??= openClient(server);
      return ask(client, recorder, path, options);
    },
    getSync(path) {
      assertPath('getSync', path);
      syncClient ??= openSyncClient(server);
      const request = recorder.asks(path, true);
      try {
        const { text, ...answer } = syncClient(path);
        recorder.answered(request, answer, text, monotonicMs());
        return textOf(request, text);
      } finally {
        if (request.ended === null) recorder.failed(request);
      }
    },
    createClient() {
      const own = openClient(server);
      recorder.clientCount++;
      return { get: (path, options) => ask(own, recorder, path, options), close: () => own.close() };
    },
    compute(units, seed = 0) {
      const fromMs = monotonicMs();
      const checksum = mixUnits(units, seed);
      recorder.computes({ fromMs, toMs: monotonicMs() });
      return checksum;
    },
    openPool: (threads) => openPool(threads, recorder),
  };
}

async function ask(client: HttpClient, recorder: Recorder, path: string, { signal = NEVER } = {}): Promise<string> {
  assertPath('get', path);
  const request = recorder.asks(path, false);
  const giveUp = () => {
    request.givenUp = true;
  };
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const answer = await client.request(path, { statuses: STATUSES }, signal);
    const text = answer.text();
    recorder.answered(request, answer, text, monotonicMs());
    return textOf(request, text);
  } catch (thrown) {
    if (request.ended === null) recorder.failed(request);
    throw thrown;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function textOf({ path, status, retryAfterMs }: OpenRequest, text: string): string {
  if (status !== null && status < 300) return text;
  throw new Unanswered(path, status ?? 0, retryAfterMs);
}

/** A hunt asks its own server and nobody else. Throws a `TypeError`. */
function assertPath(tool: string, path: unknown): void {
  if (typeof path === 'string' && /^\/(?!\/)/.test(path)) return;
  const got = typeof path === 'string' ? `'${path}'` : String(path);
  throw new TypeError(
    `${tool}: expected a path of this hunt's own server, such as /pages/1, got ${got}; no other host is asked`,
  );
}

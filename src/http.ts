// Requests to the server of a run. An answer of the fixture server counts only when its body has been read to the end and
// its length and checksum are right, because undici accepts a body with too many bytes, and one cut off by a closing
// connection, as good answers. Another server promises neither; what it sends counts as it came.

import { type Connections, openConnections, type RawAnswer } from './connections.ts';
import { BenchError } from './errors.ts';
import type { Answer, AnswerHead, RequestOptions, ServerTiming, StreamedAnswer } from './model/server/answer.ts';
import type { ServerAddress } from './model/server/server-address.ts';

/** A streamed answer whose account by the server is known once its head is there. */
export interface TimedStream extends StreamedAnswer {
  readonly timing: ServerTiming;
}

/** A client bound to one server. */
export interface HttpClient {
  /** Resolves once the whole body is there. Throws `BenchError` `HTTP_STATUS` or `HTTP_INTEGRITY`, or undici's own error. */
  request(path: string, options: RequestOptions, signal: AbortSignal): Promise<Answer>;
  /** Resolves with the head. Throws as `request` does; `HTTP_INTEGRITY` is thrown where the body ends. */
  stream(path: string, options: RequestOptions, signal: AbortSignal): Promise<TimedStream>;
  close(): Promise<void>;
}

/** Opens a client without limits of its own: a bound is a strategy's business. Costs nothing until the first request. */
export function openClient({ origin, protocol, isFixture }: ServerAddress): HttpClient {
  let connections: Connections | undefined;
  const ask = async (path: string, options: RequestOptions, signal: AbortSignal): Promise<RawAnswer> => {
    connections ??= openConnections(origin, protocol);
    const answer = await connections.request(path, options, signal);
    const { statusCode, body } = answer;
    if (options.statuses?.includes(statusCode) ?? (statusCode >= 200 && statusCode < 300)) return answer;
    const text = new TextDecoder().decode(new Uint8Array(await body.arrayBuffer()).subarray(0, 200));
    throw statusError(nameOf(path, options), answer, text.trim(), isFixture);
  };
  return {
    async request(path, options, signal) {
      const answer = await ask(path, options, signal);
      const bytes = new Uint8Array(await answer.body.arrayBuffer());
      if (isFixture) verifyBody(nameOf(path, options), answer, bytes.byteLength, () => crc32(bytes, 0));
      const text = () => new TextDecoder().decode(bytes);
      const timing = isFixture ? timingOf(answer) : NO_ACCOUNT;
      let headers: AnswerHead['headers'] | undefined;
      return {
        status: answer.statusCode,
        // Few tasks look at them, and this is inside what is measured.
        get headers() {
          headers ??= headersOf(answer);
          return headers;
        },
        ...{ bytes, timing, text, json: () => JSON.parse(text()) },
      };
    },
    async stream(path, options, signal) {
      const answer = await ask(path, options, signal);
      const body = isFixture ? verifiedParts(nameOf(path, options), answer) : answer.body;
      const timing = isFixture ? timingOf(answer) : NO_ACCOUNT;
      return { status: answer.statusCode, headers: headersOf(answer), body, timing };
    },
    async close() {
      await connections?.close();
    },
  };
}

/** A server that is not ours may send a header of the same name that means something else. */
const NO_ACCOUNT = parseServerTiming('');

function statusError(name: string, { statusCode, headers }: RawAnswer, text: string, isFixture: boolean): BenchError {
  const { location } = headers;
  if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
    return new BenchError(
      'HTTP_STATUS',
      `${name} answered ${statusCode} and sends to ${String(location)}`,
      `No redirect is followed, so that nobody is asked who was not named: ask there, or list ${statusCode} in \`statuses\`.`,
    );
  }
  const look = isFixture
    ? 'Look at the path, and at the server with `overlap serve`'
    : 'Look at the path and the server';
  return new BenchError(
    'HTTP_STATUS',
    `${name} answered ${statusCode}${text === '' ? '' : `: ${text}`}`,
    `An error is never a latency sample. ${look}; answers that are no error stand in \`statuses\`.`,
  );
}

function nameOf(path: string, { method = 'GET' }: RequestOptions): string {
  return `${method} ${path}`;
}

function headersOf({ headers }: RawAnswer): AnswerHead['headers'] {
  const texts = Object.entries(headers).map(([name, value = '']) => [name.toLowerCase(), String(value)]);
  return Object.fromEntries(texts);
}

async function* verifiedParts(name: string, answer: RawAnswer): AsyncGenerator<Uint8Array, void, undefined> {
  let byteCount = 0;
  let checksum = 0;
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    byteCount += part.byteLength;
    checksum = crc32(part, checksum);
    yield part;
  }
  verifyBody(name, answer, byteCount, () => checksum);
}

let zlib: typeof import('node:zlib') | undefined;

/** Loaded with the first answer: a task that only computes needs none of it. */
function crc32(bytes: Uint8Array, before: number): number {
  zlib ??= process.getBuiltinModule('node:zlib');
  return zlib.crc32(bytes, before);
}

function verifyBody(name: string, { headers }: RawAnswer, byteCount: number, checksum: () => number): void {
  const { 'x-body-length': length, 'x-body-crc32': expected } = headers;
  const got = checksum().toString(16).padStart(8, '0');
  if (length === String(byteCount) && expected === got) return;
  throw new BenchError(
    'HTTP_INTEGRITY',
    `${name}: expected ${length ?? 'a length of'} bytes with crc32 ${expected ?? '(none given)'}, got ${byteCount} bytes with crc32 ${got}`,
    'The answer was cut, padded or changed on its way; the task does not count.',
  );
}

function timingOf({ headers }: RawAnswer): ServerTiming {
  return parseServerTiming(String(headers['server-timing'] ?? ''));
}

/** Reads the entries this suite uses from a `Server-Timing` header; a missing entry is 0. */
export function parseServerTiming(value: string): ServerTiming {
  const times = { received: 0, asked: 0, delivered: 0, queued: 0, body: 0, cpu: 0 };
  const entries = value.matchAll(/(?:^|[,\s])(received|asked|delivered|queued|body|cpu);dur=([0-9.]+)/g);
  for (const [, name, duration] of entries) times[name as keyof typeof times] = Number(duration);
  return {
    receivedMs: times.received,
    askedMs: times.asked,
    deliveredMs: times.delivered,
    queuedMs: times.queued,
    bodyMs: times.body,
    cpuMs: times.cpu,
  };
}

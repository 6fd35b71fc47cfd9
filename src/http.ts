// Requests to the fixture server. An answer counts only when its body has been read to the end and its length and
// checksum are right, because undici accepts a body with too many bytes, and one cut off by a closing connection, as
// good answers.

import { type Connections, openConnections } from './connections.ts';
import { BenchError } from './errors.ts';
import type { Answer, ServerTiming } from './model/answer.ts';
import { HTTP1_IN_CLEAR, type Protocol } from './model/protocol.ts';

/** A client bound to one origin. */
export interface HttpClient {
  /** GETs a path. Throws `BenchError` `HTTP_STATUS` or `HTTP_INTEGRITY`, or undici's own error. */
  get(path: string, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens a client without limits of its own: a bound is a strategy's business. Costs nothing until the first request. */
export function openClient(origin: string, protocol: Protocol = HTTP1_IN_CLEAR): HttpClient {
  let connections: Connections | undefined;
  return {
    async get(path, signal) {
      connections ??= openConnections(origin, protocol);
      const { statusCode, headers, body } = await connections.get(path, signal);
      const bytes = new Uint8Array(await body.arrayBuffer());
      if (statusCode !== 200) {
        throw new BenchError(
          'HTTP_STATUS',
          `GET ${path} answered ${statusCode}: ${new TextDecoder().decode(bytes.subarray(0, 200)).trim()}`,
          'An error is never a latency sample. Look at the path, and at the server with `overlap serve`.',
        );
      }
      verifyBody(path, bytes, header(headers['x-body-length']), header(headers['x-body-crc32']));
      const timing = parseServerTiming(header(headers['server-timing']) ?? '');
      return { status: statusCode, bytes, timing, text: () => new TextDecoder().decode(bytes) };
    },
    async close() {
      await connections?.close();
    },
  };
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

let zlib: typeof import('node:zlib') | undefined;

function verifyBody(path: string, bytes: Uint8Array, length: string | undefined, checksum: string | undefined): void {
  // Loaded with the first answer: a task that only computes needs none of it.
  zlib ??= process.getBuiltinModule('node:zlib');
  const gotChecksum = zlib.crc32(bytes).toString(16).padStart(8, '0');
  if (length === String(bytes.byteLength) && checksum === gotChecksum) return;
  throw new BenchError(
    'HTTP_INTEGRITY',
    `GET ${path}: expected ${length ?? 'a length of'} bytes with crc32 ${checksum ?? '(none given)'}, got ${bytes.byteLength} bytes with crc32 ${gotChecksum}`,
    'The answer was cut, padded or changed on its way; the task does not count.',
  );
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

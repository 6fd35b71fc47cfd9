// Connections to the server of a run, by undici. Loaded with the first request and only as far as it is needed: the whole
// package takes twice as long to load, and every arm and every worker of a pool would pay for that at its start.

import { createRequire, Module } from 'node:module';
import type { Agent, Client, Dispatcher } from 'undici';
import type { RequestOptions } from './model/server/answer.ts';
import type { Protocol } from './model/server/protocol.ts';

/** An answer whose body has yet to be read. */
export type RawAnswer = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>;

/** Connections to one origin. */
export interface Connections {
  /** Resolves with the head of the answer, whatever its status. */
  request(path: string, options: RequestOptions, signal: AbortSignal): Promise<RawAnswer>;
  close(): Promise<void>;
}

/** Longer than any pause in a run: a connection that expires between samples would turn a warm cell cold. */
const KEEP_ALIVE_MS = 600_000;
/** undici's timeouts are switched off, since they tick in half seconds; deadlines are AbortSignals. */
const WITHOUT_TIMEOUTS = {
  keepAliveTimeout: KEEP_ALIVE_MS,
  keepAliveMaxTimeout: KEEP_ALIVE_MS,
  headersTimeout: 0,
  bodyTimeout: 0,
};
/** A bound is a strategy's business; undici's own would be a hundred. */
const MOST_STREAMS = 2 ** 31 - 1;

const load = createRequire(import.meta.url);

/**
 * Node's HTTP/2 takes about as long to load as the rest of what a request needs. The file that asks for it is put off until a
 * connection speaks HTTP/2.
 */
function putOffHttp2(): void {
  const path = load.resolve('undici/lib/dispatcher/client-h2.js');
  if (path in load.cache) return;
  let connect: ((...given: unknown[]) => unknown) | undefined;
  const later = new Module(path);
  later.loaded = true;
  later.exports = (...given: unknown[]) => {
    if (connect === undefined) {
      delete load.cache[path];
      connect = load(path) as NonNullable<typeof connect>;
    }
    return connect(...given);
  };
  load.cache[path] = later;
}

/** Opens none yet; the first request does. Over HTTP/2 all requests share one connection. */
export function openConnections(origin: string, { http2, certificate }: Protocol): Connections {
  putOffHttp2();
  const request = load('undici/lib/api/api-request.js') as Dispatcher['request'];
  const connect = certificate === null ? {} : { ca: certificate };
  const dispatcher = http2 ? openShared(origin, connect, certificate === null) : openMany(connect);
  return {
    request: (path, { method = 'GET', headers = {}, body = null }, signal) =>
      request.call(dispatcher, { origin, path, method, headers, body, signal }),
    close: () => dispatcher.close(),
  };
}

function openMany(connect: object): Dispatcher {
  const AgentClass = load('undici/lib/dispatcher/agent.js') as typeof Agent;
  return new AgentClass({ ...WITHOUT_TIMEOUTS, pipelining: 1, allowH2: false, connect });
}

function openShared(origin: string, connect: object, useH2c: boolean): Dispatcher {
  const ClientClass = load('undici/lib/dispatcher/client.js') as typeof Client;
  const h2Options = { maxConcurrentStreams: MOST_STREAMS, useH2c, pingInterval: 0 };
  return new ClientClass(origin, { ...WITHOUT_TIMEOUTS, allowH2: true, h2Options, connect });
}

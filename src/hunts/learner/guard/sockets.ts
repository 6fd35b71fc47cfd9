// Connections and datagrams, whoever asks for them: `fetch`, undici, `http`, `https`, `http2`, `tls` and WebSockets all come by
// here. A name that is not this machine's is refused before it is looked up, and an address before a packet leaves.

import { Socket as Datagrams } from 'node:dgram';
import { type LookupFunction, Socket } from 'node:net';
import { isLoopback } from '../../../../fixtures/sockets/loopback.ts';
import { refusal } from './refusals.ts';
import { replace } from './replace.ts';

/** Options as far as they decide who is reached. */
interface Target {
  readonly path?: unknown;
  readonly host?: unknown;
  readonly lookup?: unknown;
}

/** Throws for a host that is not this machine. */
export function assertOwn(host: unknown): void {
  if (!isLoopback(String(host).toLowerCase())) throw refusal(`reach ${String(host)}`);
}

export function guardSockets(): void {
  replace(Socket.prototype, 'connect', (connect) => {
    return function (...given) {
      const [target, listener] = targetOf(given);
      // A path is a socket in a file, and on this machine.
      if (!target.path) assertOwn(target.host ?? 'localhost');
      const { lookup } = target;
      const guarded =
        typeof lookup === 'function' ? { ...target, lookup: guardedLookup(lookup as LookupFunction) } : target;
      return Reflect.apply(connect, this, [guarded, listener]);
    };
  });
  for (const name of ['connect', 'send'] as const) {
    replace(Datagrams.prototype, name, (call) => {
      return function (...given) {
        // Behind what is sent, the address is the only text but for a port that was written as one.
        const host = given.slice(1).findLast((each) => typeof each === 'string' && !/^\d*$/.test(each));
        if (host !== undefined) assertOwn(host);
        return Reflect.apply(call, this, given);
      };
    });
  }
}

/** The ways in which `connect` may be called, as one; as they are now, whatever becomes of the object later. */
function targetOf(given: readonly unknown[]): [Target, unknown] {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const listener = Array.isArray(given[0]) ? second : given.findLast((each) => typeof each === 'function');
  if (typeof first === 'object' && first !== null) return [{ ...first }, listener];
  if (typeof first === 'string' && !(Number(first) >= 0)) return [{ path: first }, listener];
  return [{ port: first, ...(typeof second === 'string' && { host: second }) } as Target, listener];
}

/** A look-up of the program's own may lead anywhere. */
function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (host, options, done) =>
    lookup(host, options, (error, address, family) => {
      try {
        for (const each of Array.isArray(address) ? address : [{ address }]) if (!error) assertOwn(each.address);
      } catch (refused) {
        return done(refused as Error, '', 4);
      }
      return done(error, address, family);
    });
}

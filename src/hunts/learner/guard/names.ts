// Looking up a name asks a name server, which is another machine as well.

import dns from 'node:dns';
import { isAddress } from '../../../../fixtures/sockets/loopback.ts';
import { refusal } from './refusals.ts';
import { type Call, replace } from './replace.ts';

const ASKING = /^(lookup|resolve|reverse)/;

type Calls = Record<string, unknown>;

export function guardNames(): void {
  for (const holder of [dns, dns.Resolver.prototype]) guard(holder as never, (call) => call);
  for (const holder of [dns.promises, dns.promises.Resolver.prototype]) guard(holder as never, rejecting);
}

/** Only `lookup` answers what needs no asking: addresses, and this machine's own name. */
function guard(holder: Calls, kind: (call: Call) => Call): void {
  for (const name of asking(holder)) {
    replace(holder, name, (original) =>
      kind(function (...given) {
        if (name !== 'lookup' || !isOwn(given[0])) throw refusal(`look up ${String(given[0])}`);
        return Reflect.apply(original, this, given);
      }),
    );
  }
}

/** What throws at once otherwise. */
function rejecting(call: Call): Call {
  return async function (this: unknown, ...given) {
    return Reflect.apply(call, this, given);
  };
}

function asking(holder: Calls): string[] {
  const inherited = Object.getPrototypeOf(holder) as object | null;
  const names = [...Object.getOwnPropertyNames(holder), ...(inherited ? Object.getOwnPropertyNames(inherited) : [])];
  return names.filter((name) => ASKING.test(name));
}

const isOwn = (name: unknown) => name === undefined || name === null || isAddress(String(name).toLowerCase());

// Looking up a name asks a name server, which is another machine as well.

import dns from 'node:dns';
import { isLoopback } from '../../../../fixtures/sockets/loopback.ts';
import { refusal } from './refusals.ts';
import { replace } from './replace.ts';

/** Calls that ask a name server, whatever they are asked about. */
const ASKING = /^(resolve|reverse|lookupService)/;

type Calls = Record<string, unknown>;

export function guardNames(): void {
  const [now, later] = [dns, dns.promises] as unknown as [Calls, Calls];
  replace(now, 'lookup', (lookup) => {
    return function (...given) {
      if (!isOwn(given[0])) throw refusedName(given);
      return Reflect.apply(lookup, this, given);
    };
  });
  replace(later, 'lookup', (lookup) => {
    return async function (this: unknown, ...given) {
      if (!isOwn(given[0])) throw refusedName(given);
      return Reflect.apply(lookup, this, given);
    };
  });
  for (const holder of [now, dns.Resolver.prototype as unknown as Calls]) {
    for (const name of asking(holder)) {
      replace(holder, name, () => (...given) => {
        throw refusedName(given);
      });
    }
  }
  for (const holder of [later, dns.promises.Resolver.prototype as unknown as Calls]) {
    for (const name of asking(holder)) {
      replace(holder, name, () => async (...given) => {
        throw refusedName(given);
      });
    }
  }
}

function asking(holder: Calls): string[] {
  const inherited = Object.getPrototypeOf(holder) as object | null;
  const names = [...Object.getOwnPropertyNames(holder), ...(inherited ? Object.getOwnPropertyNames(inherited) : [])];
  return names.filter((name) => ASKING.test(name));
}

const isOwn = (name: unknown) => name === undefined || name === null || isLoopback(String(name).toLowerCase());

const refusedName = ([name]: readonly unknown[]) => refusal(`look up ${String(name)}`);

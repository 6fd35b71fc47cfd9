// Whether an address leads to this machine. A name may lead anywhere, so it is resolved: one that leads elsewhere, even with
// one of its addresses, is another machine.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopback } from '../../../fixtures/sockets/loopback.ts';
import { BenchError, messageOf } from '../../errors.ts';

/** All addresses of a name. Rejects for a name that has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the system. */
export const resolveHost: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** Throws `TARGET_UNUSABLE` for a name that has no address. */
export async function isThisMachine(
  { hostname }: Pick<URL, 'hostname'>,
  resolve: Resolve = resolveHost,
): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await addressesOf(host, resolve) : [host];
  return addresses.length > 0 && addresses.every(isLoopback);
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch (thrown) {
    throw new BenchError(
      'TARGET_UNUSABLE',
      `--target: no address is known for '${host}' (${messageOf(thrown)})`,
      'Look at the name, or give an address such as http://127.0.0.1:3000.',
      thrown,
    );
  }
}

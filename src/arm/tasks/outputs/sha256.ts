// SHA-256 by Node's own crypto, which is loaded with the first outputs: it is a sixth of what an arm has to load, and opening
// one needs none of it.

import type { Hash } from 'node:crypto';

let crypto: typeof import('node:crypto') | undefined;

function loaded(): typeof import('node:crypto') {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto;
}

/** The hash of something short, 43 characters long. */
export function sha256(data: string | Uint8Array): string {
  return loaded().hash('sha256', data, 'base64url');
}

/** A hash to be fed piece by piece. */
export function createSha256(): Hash {
  return loaded().createHash('sha256');
}

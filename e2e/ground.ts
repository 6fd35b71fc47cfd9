// What all end-to-end tests stand on, made once by global-setup.ts.

import type { Ended } from './program.ts';

/** The oldest Node of each line that the package promises to run on, and the newest. */
export const NODE_LINES = ['22.19', '24', '26'] as const;
export type NodeLine = (typeof NODE_LINES)[number];

export interface Ground {
  /** A folder that is removed when the last test has ended; projects are made in it. */
  readonly folder: string;
  /** The package as `npm pack` made it. */
  readonly tarball: string;
  /** Folders that hold a program called `node`, by Node's line. */
  readonly nodeFolders: Readonly<Record<NodeLine, string>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    ground: Ground;
  }
}

/** The failure of a step that has to work before anything can be tested, in words that say what is missing. */
export function groundError(what: string, { code, stdout, stderr }: Ended): Error {
  const told = `${stdout}\n${stderr}`.trim();
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|ENETUNREACH|fetch failed/i.test(
    told,
  );
  const hint = isOffline ? 'No registry answers: end-to-end tests install packages and need a network. ' : '';
  return new Error(`${hint}${what} failed with exit code ${code}:\n${told.slice(-2_000)}`);
}

// From `--target`, `--on-port` and their company to settings: everything about the server that can be refused before it is
// asked is refused here.

import { BenchError } from '../../errors.ts';
import type { Settings } from '../../model/document/document.ts';
import { DEFAULT_MOST_REQUESTS } from '../plan/defaults.ts';
import { isThisMachine, type Resolve, resolveHost } from './loopback.ts';

/** What a run was asked for, as it was typed. */
export interface ServerWishes {
  readonly target?: string | undefined;
  readonly onPort?: string | undefined;
  readonly allowRemote?: boolean | undefined;
  readonly maxRequests?: number | undefined;
}

/** The part of the settings that says which server is asked, and how much. */
export type NamedServer = Pick<Settings, 'target' | 'onPort' | 'mostRequestCount'>;

/** Settings of a run that names no server. */
export const NO_NAMED_SERVER: NamedServer = { target: null, onPort: null, mostRequestCount: null };

/** Throws `USAGE`, or `TARGET_UNUSABLE` for a host without an address. Asks nobody but the resolver. */
export async function namedServer(wishes: ServerWishes, resolve: Resolve = resolveHost): Promise<NamedServer> {
  const { target, onPort, allowRemote = false, maxRequests } = wishes;
  if (target !== undefined && onPort !== undefined) {
    throw new BenchError(
      'USAGE',
      'expected --target or --on-port, got both',
      'Tasks ask one server: keep one of them.',
    );
  }
  if (target === undefined) {
    if (allowRemote) throw needsTarget('--allow-remote');
    if (maxRequests !== undefined) throw needsTarget('--max-requests');
    if (onPort !== undefined && onPort.trim() === '') {
      throw new BenchError(
        'USAGE',
        '--on-port: expected a command, got nothing',
        "Name one, such as 'node server.js'.",
      );
    }
    return { ...NO_NAMED_SERVER, onPort: onPort ?? null };
  }
  const url = parseTarget(target);
  if (await isThisMachine(url, resolve)) {
    if (maxRequests !== undefined) {
      const message = `--max-requests: expected a server on another machine, got ${url.origin}`;
      throw new BenchError('USAGE', message, 'Leave it out: --budget and --rounds say how much is asked here.');
    }
    return { ...NO_NAMED_SERVER, target: url.origin };
  }
  if (!allowRemote) throw remoteError(url);
  return { ...NO_NAMED_SERVER, target: url.origin, mostRequestCount: maxRequests ?? DEFAULT_MOST_REQUESTS };
}

function needsTarget(flag: string): BenchError {
  return new BenchError(
    'USAGE',
    `${flag}: expected a --target that it is about, got none`,
    `Add --target URL, or leave ${flag} out.`,
  );
}

function parseTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const hint = /^[\w.-]+(:\d+)?(\/|$)/.test(text)
      ? `Type --target http://${text}.`
      : 'Such as http://127.0.0.1:3000.';
    throw new BenchError(
      'USAGE',
      `--target: expected an address that begins with http:// or https://, got '${withoutSecrets(text)}'`,
      hint,
    );
  }
  const refuse = (what: string, hint: string): never => {
    throw new BenchError('USAGE', `--target: expected a scheme, a host and a port, got ${what} as well`, hint);
  };
  if (url.username !== '' || url.password !== '') {
    refuse(
      'a user or a password',
      'They would be seen by everybody who lists processes: send them in the `headers` of a task’s requests.',
    );
  }
  if (url.pathname !== '/')
    refuse(`the path '${url.pathname}'`, `Type --target ${url.origin}; the tasks name the paths.`);
  if (url.search !== '' || url.hash !== '')
    refuse('a query or a fragment', `Type --target ${url.origin}; the tasks name the rest.`);
  return url;
}

/** What stands before an @ is nobody's business. */
function withoutSecrets(text: string): string {
  return text.replace(/[^/@\s]*@/g, '…@');
}

function remoteError({ hostname, origin, protocol, port }: URL): BenchError {
  const here = `${protocol}//127.0.0.1${port === '' ? '' : `:${port}`}`;
  const isAnybody = hostname === '0.0.0.0' || hostname === '[::]';
  return new BenchError(
    'USAGE',
    `--target: expected a server on this machine (localhost, 127.0.0.1 or ::1), got ${origin}`,
    isAnybody
      ? `A server that listens there answers at ${here}: type --target ${here}.`
      : 'Where its owner agrees, add --allow-remote: the run is then slow, and its requests are counted and capped.',
  );
}

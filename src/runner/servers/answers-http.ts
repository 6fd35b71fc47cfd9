// Whether a server speaks HTTP as its address says, asked once before arms start: a wrong port or scheme would otherwise end
// every row with a socket's own words. One `HEAD /`; any status will do.

import { type ClientRequest, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BenchError, messageOf } from '../../errors.ts';

/** For the first answer of a server that has only just started. */
const ANSWER_MS = 5_000;

/** How long to wait, and what ends the waiting early. */
export interface ProbePatience {
  readonly signal?: AbortSignal | undefined;
  readonly answerMs?: number;
}

/** Throws `TARGET_UNUSABLE` with what is wrong, as far as it can be told; `INTERRUPTED` when the signal is aborted. */
export async function assertAnswersHttp(
  origin: string,
  { signal, answerMs = ANSWER_MS }: ProbePatience = {},
): Promise<void> {
  const failure = await failureOf(origin, answerMs, signal);
  if (signal?.aborted) throw new BenchError('INTERRUPTED', 'interrupted', 'Nothing was measured.');
  if (failure === null) return;
  const { code } = failure as NodeJS.ErrnoException;
  const other = otherScheme(origin);
  if (isAboutProtocol(failure) && (await failureOf(other, answerMs, signal, false)) === null) {
    const [spoken, got] = [new URL(other).protocol, new URL(origin).protocol].map((scheme) => scheme.slice(0, -1));
    throw unusable(`${origin} speaks ${spoken}, not ${got}`, `Type ${other} instead.`);
  }
  if (code === 'ECONNREFUSED') {
    throw unusable(
      `nothing listens at ${origin} (ECONNREFUSED)`,
      "Start the server, or let the run start it: --on-port 'node server.js'.",
    );
  }
  if (code === SILENT) {
    throw unusable(
      `${origin} accepted the connection and gave no answer to \`HEAD /\` within ${answerMs / 1_000} s`,
      'Look at what listens there, with curl or in its log.',
    );
  }
  if (isAboutTrust(failure)) {
    throw unusable(
      `the certificate of ${origin} is not trusted: ${messageOf(failure)}`,
      'Trust it for this run: NODE_EXTRA_CA_CERTS=FILE.pem in the environment; or measure over http.',
    );
  }
  const isHttp = /^HPE_|ECONNRESET/.test(code ?? '') ? 'what listens there does not speak HTTP' : 'it cannot be asked';
  throw unusable(
    `${origin}: ${isHttp} (${messageOf(failure)})`,
    'Look at the host, the port and the scheme, with curl for example.',
  );
}

const SILENT = 'ERR_SILENT';

/** Resolves to why no answer came; null where one did. */
function failureOf(
  origin: string,
  answerMs: number,
  signal: AbortSignal | undefined,
  verified = true,
): Promise<Error | null> {
  const { promise, resolve } = Promise.withResolvers<Error | null>();
  const isTls = origin.startsWith('https:');
  let asking: ClientRequest;
  try {
    const how = { method: 'HEAD', agent: false, ...(signal && { signal }) };
    asking = isTls ? overHttps(origin, { ...how, rejectUnauthorized: verified }) : overHttp(origin, how);
  } catch (thrown) {
    return Promise.resolve(thrown as Error);
  }
  const timer = setTimeout(() => {
    asking.destroy(Object.assign(new Error('no answer'), { code: SILENT }));
  }, answerMs);
  asking.on('error', resolve);
  asking.on('response', (response) => {
    response.resume();
    resolve(null);
    asking.destroy();
  });
  asking.end();
  return promise.finally(() => clearTimeout(timer));
}

function otherScheme(origin: string): string {
  return origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:');
}

// An encrypted port closes on clear text, or answers in bytes that are no HTTP; a clear one answers TLS with words.
function isAboutProtocol(failure: Error): boolean {
  const { code = '' } = failure as NodeJS.ErrnoException;
  return (
    /^(HPE_|ECONNRESET$|EPROTO$|ERR_SSL_|ERR_SILENT$)/.test(code) ||
    /socket hang up|wrong version number/i.test(failure.message)
  );
}

function isAboutTrust(failure: Error): boolean {
  const { code = '' } = failure as NodeJS.ErrnoException;
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code);
}

function unusable(message: string, hint: string): BenchError {
  return new BenchError('TARGET_UNUSABLE', message, hint);
}

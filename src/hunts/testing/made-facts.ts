// Facts made by hand: what a test says, and for the rest a run in which nothing happened.

import type { AskedRequest, Facts } from '../facts.ts';

/** A request that is answered well, unless something else is said. */
export function request(asked: number, ended: number | null, other: Partial<AskedRequest> = {}): AskedRequest {
  return {
    ...{ path: `/${asked}`, asked, ended, blocking: false, givenUp: false },
    ...{ status: ended === null ? null : 200, retryAfterMs: null, characterCount: ended === null ? null : 100 },
    ...{ receivedMs: asked, sentMs: ended, seenMs: ended },
    ...other,
  };
}

/** Of a run that returned nothing and did nothing, but for what is said. */
export function facts(other: Partial<Facts> = {}): Facts {
  return {
    ...{
      outcome: { type: 'returned', json: null, kind: 'nothing' },
      settledAt: 1_000,
      requests: [],
      computed: [],
      jobs: [],
    },
    ...{ threadStartCount: 0, clientCount: 0, unhandled: [], refused: null },
    server: { requestCount: 0, servedCount: 0, abortedCount: 0, refusedCount: 0, inFlightMax: 0, connectionCount: 0 },
    ...other,
  };
}

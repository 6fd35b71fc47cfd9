// The signs of a program that asks a peer for more than it takes, or for less than it might.

import type { Sign } from '../hunt.ts';
import { isRefusal } from '../reading/refusals.ts';
import { mostAtOnce } from '../reading/slots.ts';
import { count } from '../words.ts';

/** Inputs that name a limit. */
export interface Limited {
  readonly paths: readonly string[];
  /** Requests that the peer serves at once. */
  readonly limit: number;
}

export const overLimit: Sign<Limited> = {
  misconception: 'more requests, more speed',
  seen({ requests, server }, { limit }) {
    const most = mostAtOnce(requests);
    const refused = requests.filter(isRefusal).length;
    if (most <= limit && refused === 0) return null;
    return `the peer serves ${limit} at once; this program had ${most} under way, and the peer refused ${Math.max(refused, server.refusedCount)} of ${count(server.requestCount, 'request')}.`;
  },
  why: 'Starting everything at once costs the program nothing, and the peer everything: what it has no place for it turns away, and a page that is turned away is no page. How many may be under way is decided by the peer.',
  look: 'Look at what decides when a request is made: the list, or an answer that has come.',
};

export const underLimit: Sign<Limited> = {
  misconception: 'a limit is a thing to stay far away from',
  seen({ requests }, { paths, limit }) {
    const most = mostAtOnce(requests);
    if (most >= limit || requests.length < paths.length) return null;
    return `the peer serves ${limit} at once, and this program never had more than ${most} under way, with ${count(paths.length, 'page')} to ask for.`;
  },
  why: 'A place at the peer that nobody takes is time that nobody gets back: below the limit, the waits of fewer requests lie over one another.',
  look: 'Look at how many requests can be under way by the way the program is built.',
};

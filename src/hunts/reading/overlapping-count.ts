// How many requests were under way beside another, by the order in which they began and ended: on a machine under load the
// server may be done with one before it gets to read the next, although the program had asked for both.

import type { AskedRequest } from '../facts.ts';

/** Requests that were asked for before another one had ended, and ended after that one was asked for. */
export function overlappingCount(requests: readonly AskedRequest[]): number {
  return requests.filter((one) =>
    requests.some((other) => other !== one && isBefore(one, other) && isBefore(other, one)),
  ).length;
}

function isBefore(one: AskedRequest, other: AskedRequest): boolean {
  return other.ended === null || one.asked < other.ended;
}

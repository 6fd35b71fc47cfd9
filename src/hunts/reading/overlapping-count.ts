// How many requests shared the server's time with another, by the server's own instants.

import type { AskedRequest } from '../facts.ts';

/** Requests that the server had while it had another one; those without an answer are left out. */
export function overlappingCount(requests: readonly AskedRequest[]): number {
  const spans = requests.flatMap(({ receivedMs, sentMs }) =>
    receivedMs === null || sentMs === null ? [] : [{ receivedMs, sentMs }],
  );
  return spans.filter((one) =>
    spans.some((other) => other !== one && other.receivedMs < one.sentMs && one.receivedMs < other.sentMs),
  ).length;
}

// What became of refusals: whether a program waited as long as it was asked to, and whether it met the next one.

import type { AskedRequest } from '../facts.ts';

/** Timers may be early by a millisecond, and clocks are read at both ends. */
const TOLERANCE_MS = 10;

export const isRefusal = ({ status }: AskedRequest): boolean => status === 429 || status === 503;

/** Requests for a page that had been refused before, made again sooner than the refusal asked for, by the server's instants. */
export function soonerThanAsked(requests: readonly AskedRequest[]): AskedRequest[] {
  return requests.filter(({ path, receivedMs, asked }) => {
    const before = requests.findLast((each) => each.path === path && each.asked < asked);
    if (before?.sentMs == null || receivedMs === null || !isRefusal(before)) return false;
    return receivedMs < before.sentMs + (before.retryAfterMs ?? 0) - TOLERANCE_MS;
  });
}

/** Refusals of what had been refused before. */
export function refusedAgain(requests: readonly AskedRequest[]): AskedRequest[] {
  const refusals = requests.filter(isRefusal);
  return refusals.filter((one) => refusals.some(({ path, asked }) => path === one.path && asked < one.asked));
}

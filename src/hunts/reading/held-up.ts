// Answers that were there and that nobody took, because the loop was computing.

import type { AskedRequest, Computed } from '../facts.ts';

/** Requests whose answer the server sent before the loop was done with a stretch of computing, and that were seen after it only. */
export function heldUp(requests: readonly AskedRequest[], computed: readonly Computed[]): AskedRequest[] {
  return requests.filter(({ sentMs, seenMs }) => {
    if (sentMs === null || seenMs === null) return false;
    // Where computing begins after the answer was sent, half of it has to lie between: on its way is not held up.
    return computed.some(({ fromMs, toMs }) => toMs <= seenMs && (fromMs + toMs) / 2 > sentMs);
  });
}

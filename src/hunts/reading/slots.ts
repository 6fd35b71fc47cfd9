// How full the places were that a limit gives, by the order in which requests began and ended.

import type { AskedRequest, Job } from '../facts.ts';

type Ordered = Pick<Job, 'asked' | 'ended'>;

/** Most of them under way at once. */
export function mostAtOnce(spans: readonly Ordered[]): number {
  return Math.max(0, ...spans.map(({ asked }) => underWayAt(spans, asked)));
}

/**
 * Share of `limit` places that were taken when a request ended while others were still to come: 1 where each place is given
 * away as soon as it is free, about a half where the last of a batch is waited for. Null where nothing was left to be begun.
 */
export function filledShare(requests: readonly AskedRequest[], limit: number): number | null {
  const lastAsked = Math.max(...requests.map(({ asked }) => asked));
  const ends = requests.flatMap(({ ended }) => (ended === null || ended > lastAsked ? [] : [ended]));
  if (ends.length === 0) return null;
  const taken = ends.map((ended) => Math.min(limit, underWayAt(requests, ended)));
  return taken.reduce((sum, each) => sum + each, 0) / (ends.length * limit);
}

/** At a place in the order, with the one that begins or ends there. */
function underWayAt(spans: readonly Ordered[], place: number): number {
  return spans.filter(({ asked, ended }) => asked <= place && (ended === null || ended >= place)).length;
}

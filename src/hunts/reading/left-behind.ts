// What a program leaves behind when `run` has ended: requests that are still under way, and those that it goes on to make.

import type { AskedRequest, Facts } from '../facts.ts';

/** Requests that `run` did not wait for. What was given up is none: nobody works on it any more. */
export function leftBehind({ requests, settledAt }: Pick<Facts, 'requests' | 'settledAt'>): AskedRequest[] {
  return requests.filter(({ ended, givenUp }) => !givenUp && (ended === null || ended > settledAt));
}

/** Requests that were only made after the end. */
export function madeAfter({ requests, settledAt }: Pick<Facts, 'requests' | 'settledAt'>): AskedRequest[] {
  return requests.filter(({ asked }) => asked > settledAt);
}

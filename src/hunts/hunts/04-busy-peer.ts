// Everything at once against a peer that serves a few: what is beyond its limit is refused.

import { between, shortAnswers } from '../figures.ts';
import { defineHunt } from '../hunt.ts';
import { oneByOne } from '../signs/one-by-one.ts';
import { type Limited, overLimit, underLimit } from '../signs/over-limit.ts';

export const busyPeer = defineHunt<Limited>({
  number: 4,
  file: '04-busy-peer.mjs',
  title: 'The peer that says no',
  task: 'The peer serves `inputs.limit` requests at once and refuses what comes on top, which rejects. Return how many characters each page of `inputs.paths` has, in their order, without a single refusal, and with the peer as busy as it may be.',
  make(random) {
    const limit = between(random, 3, 6);
    const paths = shortAnswers(random, between(random, 18, 26), () => between(random, 8, 20));
    return { inputs: { paths, limit }, fixture: { inServiceLimit: limit, queueLimit: 0 } };
  },
  rightEnd: ({ paths }, lengthOf) => ({ value: paths.map(lengthOf) }),
  signs: [overLimit, oneByOne, underLimit],
  afterwards:
    'The number of requests under way is now a decision, and an answer is what makes room for the next. A limiter that hands out places does it (p-limit is one), and so do as many loops as there are places, all of which take from one iterator. Where nobody tells the limit, it is where answers get slower without getting more: `overlap run capped-peer` looks for it.',
});

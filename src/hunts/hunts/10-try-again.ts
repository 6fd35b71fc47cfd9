// Everybody who was refused tries again at the same moment, and sooner than asked.

import { between, shortAnswers } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { isRefusal, refusedAgain, soonerThanAsked } from '../reading/refusals.ts';
import { count } from '../words.ts';

interface Rated {
  readonly paths: readonly string[];
  /** Requests that the peer takes in a second. */
  readonly ratePerSecond: number;
}

const BURST = 2;

const lockstep: Sign<Rated> = {
  misconception: 'trying again is free',
  seen({ requests }, { paths }) {
    const refused = requests.filter(isRefusal).length;
    const [again, early] = [refusedAgain(requests).length, soonerThanAsked(requests).length];
    if (Math.max(again, early) <= paths.length / 2) return null;
    return `for ${count(paths.length, 'page')} there were ${count(requests.length, 'request')}: ${refused} were refused, ${again} of these for a page that had been refused before, and ${early} requests came sooner than the refusal had asked for.`;
  },
  why: 'Who was refused at the same moment and waits for the same time comes back at the same moment, and the peer has room for as few of them as before. The crowd stays a crowd, and its retries are more load than its work.',
  look: 'Look at what the refused have in common when they come back, and at what the refusal says.',
};

const tooSoon: Sign<Rated> = {
  misconception: '`Retry-After` is advice',
  seen({ requests }) {
    const early = soonerThanAsked(requests).length;
    if (early === 0) return null;
    return `${count(early, 'page')} that had been refused came again sooner than the refusal had asked for.`;
  },
  why: 'The peer says when it will have room. Before that a request can only be refused again, and many peers count such requests against you.',
  look: 'Look at what a refusal rejects with: `status`, and `retryAfterMs`.',
};

export const tryAgain = defineHunt<Rated>({
  number: 10,
  file: '10-try-again.mjs',
  title: 'Please try again',
  task: 'The peer takes `inputs.ratePerSecond` requests a second, hardly more than one at a time, and refuses the others with 429 and the time after which to try again. Return how many characters each page of `inputs.paths` has, in their order, without being a burden: nobody comes back before that time, and hardly anybody is refused twice.',
  make(random) {
    const ratePerSecond = between(random, 12, 15);
    const paths = shortAnswers(random, between(random, 12, 14), () => between(random, 1, 5));
    return { inputs: { paths, ratePerSecond }, fixture: { ratePerSecond, rateBurst: BURST } };
  },
  rightEnd: ({ paths }, lengthOf) => ({ value: paths.map(lengthOf) }),
  signs: [lockstep, tooSoon],
  afterwards:
    'Hardly anybody was refused twice. Waiting as long as the refusal asks, and then a random time more, spreads the crowd; asking no faster than the rate from the start leaves nobody to be refused. Clients of real services do both, and give up after a few tries. `overlap run rate-limited` measures such a peer.',
});

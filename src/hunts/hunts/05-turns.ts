// Batches instead of a limit: every place stays empty until the slowest of its batch is done.

import { between, shortAnswers } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { filledShare } from '../reading/slots.ts';
import { type Limited, overLimit, underLimit } from '../signs/over-limit.ts';

/** Handing a free place on at once fills nearly all; waiting for the last of a batch little more than half. */
const LEAST_FILLED = 0.8;

const barriers: Sign<Limited> = {
  misconception: 'batches are a limit',
  seen({ requests }, { limit }) {
    const share = filledShare(requests, limit);
    if (share === null || share >= LEAST_FILLED) return null;
    return `of ${limit} places, ${(share * limit).toFixed(1)} were taken on average whenever an answer came and pages were still to be asked for; the others stood empty.`;
  },
  why: 'Waits differ. Where the next page waits for all of a group, it waits for the slowest of them, and the places of the quick ones are empty until then. A limit says how many may be under way, and nothing about who goes with whom.',
  look: 'Look at what a page waits for that comes after the first few: for a place, or for certain others.',
};

export const turns = defineHunt<Limited>({
  number: 5,
  file: '05-turns.mjs',
  title: 'Seats that stay empty',
  task: 'The peer serves `inputs.limit` requests at once and refuses what comes on top. Some pages take much longer than others, and nobody knows which. Return how many characters each page of `inputs.paths` has, in their order, with no place empty while a page is left.',
  make(random) {
    const limit = between(random, 4, 6);
    const delayMs = (index: number) => (index % limit === 1 ? between(random, 40, 60) : between(random, 5, 15));
    return {
      inputs: { paths: shortAnswers(random, limit * between(random, 4, 5), delayMs), limit },
      fixture: { inServiceLimit: limit, queueLimit: 0 },
    };
  },
  rightEnd: ({ paths }, lengthOf) => ({ value: paths.map(lengthOf) }),
  signs: [overLimit, underLimit, barriers],
  afterwards:
    'A place is given to the next page in the moment in which it is free, so that a slow page keeps one place and not all of them. A limiter does it, or as many loops as there are places that share one iterator. Batches have their use where a group must be complete before the next begins; as a limit they cost what the slowest takes, each time.',
});

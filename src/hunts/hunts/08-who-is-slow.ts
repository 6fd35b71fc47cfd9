// Computing between answers: the server seems slow, and it is the loop that does not take what has come.

import { mixUnits } from '../../kernels.ts';
import { between, pages } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { heldUp } from '../reading/held-up.ts';
import { oneByOne } from '../signs/one-by-one.ts';
import { count } from '../words.ts';

interface Scored {
  readonly paths: readonly string[];
  /** Units of computing for each page. */
  readonly units: number;
}

/** An answer that comes just when the last piece is computed is no habit. */
const MOST_HELD_UP_SHARE = 0.1;

const loopBusy: Sign<Scored> = {
  misconception: 'a late answer means a slow server',
  seen({ requests, computed }, { paths }) {
    const held = heldUp(requests, computed);
    if (held.length <= paths.length * MOST_HELD_UP_SHARE) return null;
    const latest = Math.max(...held.map(({ sentMs, seenMs }) => (seenMs ?? 0) - (sentMs ?? 0)));
    return `${held.length} of ${count(requests.length, 'answer')} had been sent by the server while this program computed, and were seen after that; the one that lay longest lay for ${latest.toFixed(0)} ms.`;
  },
  why: 'One thread reads answers and computes, one thing at a time. While it computes, answers lie in the socket, and by the program’s own clock each of these is as late as if the server had taken so long.',
  look: 'Look at what the loop does between two answers, and at whether it has to be done there, or then.',
};

export const whoIsSlow = defineHunt<Scored>({
  number: 8,
  file: '08-who-is-slow.mjs',
  title: 'Who is slow here?',
  task: 'Return the score of each page of `inputs.paths`, in their order: what computing of `inputs.units` units gives for its number of characters. The server has time for all pages at once, and by its own account it is quick; the program finds that the answers come late. Have every answer taken when it comes.',
  make(random) {
    const delayMs = () => between(random, 15, 25);
    return { inputs: { paths: pages(random, between(random, 10, 14), delayMs), units: between(random, 40, 60) } };
  },
  rightEnd: ({ paths, units }, lengthOf) => ({
    value: paths.map((path) => {
      const length = lengthOf(path);
      return length === null ? null : mixUnits(units, length);
    }),
  }),
  signs: [loopBusy, oneByOne],
  afterwards:
    'No answer lay about while the loop computed. Threads that compute leave the loop to the answers, and both go on at once; computing when all answers are there needs no thread, and takes its time after them. A timeline names that time “could run, loop busy” and draws it as ░: `overlap show --timeline all` has it for every task of your last run.',
});

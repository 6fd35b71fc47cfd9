// One fails, and the others go on: a rejection ends the waiting, not the work.

import { between, shortAnswers } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { leftBehind, madeAfter } from '../reading/left-behind.ts';
import { oneByOne } from '../signs/one-by-one.ts';
import { type Limited, overLimit } from '../signs/over-limit.ts';
import { count } from '../words.ts';

const FAILURE_STATUS = 500;

const swallowed: Sign<Limited> = {
  misconception: 'a failure that is caught is dealt with',
  seen({ outcome, requests }) {
    const failed = requests.filter(({ status }) => status === FAILURE_STATUS).length;
    if (outcome.type !== 'returned' || failed === 0) return null;
    return `${count(failed, 'page')} failed, and \`run\` returned as if nothing had been.`;
  },
  why: 'Whoever called `run` builds on what it returns. What it does not say, nobody will know.',
  look: 'Look at where the error goes that a failed page rejects with.',
};

const goesOn: Sign<Limited> = {
  misconception: 'a rejection stops the others',
  seen(facts) {
    const [left, made] = [leftBehind(facts).length, madeAfter(facts).length];
    if (left === 0) return null;
    return `when \`run\` had rejected, ${count(left - made, 'request')} went on and ${made} more ${made === 1 ? 'was' : 'were'} made; the server served them all, and nobody took the answers.`;
  },
  why: '`Promise.all` rejects with the first failure, and that is all that it does: the other promises are not told, and what works on them works on. A promise cannot be ended from outside; only who makes the request can be told to stop.',
  look: 'Look at how the others could learn of the failure, both those under way and those not yet begun.',
};

export const alarm = defineHunt<Limited>({
  number: 9,
  file: '09-alarm.mjs',
  title: 'After the alarm',
  task: 'Return the pages of `inputs.paths`, with at most `inputs.limit` requests under way. One of them fails: then `run` rejects with its error, and from that moment on nothing is under way and nothing more is asked for.',
  make(random) {
    const limit = between(random, 3, 5);
    const paths = shortAnswers(random, between(random, 16, 22), () => between(random, 15, 30));
    paths[between(random, limit, limit + 3)] = `/fault/status?status=${FAILURE_STATUS}`;
    return { inputs: { paths, limit }, fixture: { inServiceLimit: limit, queueLimit: 0 } };
  },
  rightEnd: () => ({ failsWith: FAILURE_STATUS }),
  signs: [overLimit, swallowed, goesOn, oneByOne],
  afterwards:
    'Nothing was left when the caller heard of the failure. An AbortController, whose signal every request was given, ends what is under way; a word that all loops look at before they begin the next page, and `Promise.allSettled` before the error is thrown on, lets it come to its end instead. Either is right. Task groups of other languages do this by themselves; JavaScript has none.',
});

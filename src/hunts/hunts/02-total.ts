// A total that is returned before anything was added to it: forEach calls, and waits for nobody.

import { between, pages } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { leftBehind } from '../reading/left-behind.ts';
import { shown } from '../words.ts';

const nobodyWaits: Sign<object> = {
  misconception: '`forEach` waits for an async function',
  seen(facts) {
    const { outcome, requests } = facts;
    const left = leftBehind(facts).length;
    if (outcome.type !== 'returned' || left === 0) return null;
    return `\`run\` had ended, with ${shown(outcome.json ?? outcome.kind)}, while ${left} of its ${requests.length} pages were still under way; they came when nobody looked any more.`;
  },
  why: 'An async function returns a promise at its first `await`. Whoever calls it and drops the promise has started the work and does not know when it is done, nor whether it fails.',
  look: 'Look at who gets the promises that the inner function returns.',
};

const readTooEarly: Sign<object> = {
  misconception: '`total += await …` adds to the total of that moment',
  seen({ outcome, requests }, _, right) {
    if (outcome.type !== 'returned' || !('value' in right)) return null;
    const [got, expected] = [Number(outcome.json ?? Number.NaN), Number(right.value)];
    if (!(got > 0 && got < expected) || requests.some(({ ended }) => ended === null)) return null;
    return `every page had come when \`run\` ended, and the total was ${got} instead of ${expected}: some of what was added is lost.`;
  },
  why: 'JavaScript reads the left side first: the total is looked up, then the function waits, and what it writes in the end is the old total and its own share. Whatever others added meanwhile is overwritten.',
  look: 'Look at each line that has both the total and an `await` in it.',
};

export const total = defineHunt<{ readonly paths: readonly string[] }>({
  number: 2,
  file: '02-total.mjs',
  title: 'The total that is nought',
  task: 'Return how many characters the pages of `inputs.paths` have together. When `run` ends, all of them have been counted.',
  make(random) {
    return { inputs: { paths: pages(random, between(random, 10, 16), () => between(random, 10, 30)) } };
  },
  rightEnd({ paths }, lengthOf) {
    const lengths = paths.map(lengthOf);
    return { value: lengths.includes(null) ? null : lengths.reduce<number>((sum, each) => sum + (each ?? 0), 0) };
  },
  signs: [nobodyWaits, readTooEarly],
  afterwards:
    'Every promise has somebody who waits for it: a `for … of` loop that awaits each, or `Promise.all` over what `map` returns. Both are right; the second keeps nobody waiting (hunt 1). The rule that finds this bug by reading: a promise is awaited, returned, or given to something that does one of these.',
});

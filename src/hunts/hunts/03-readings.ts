// A blocking call inside an async function: everything is started at once, and nothing is.

import { between, pages } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { oneByOne } from '../signs/one-by-one.ts';
import { count } from '../words.ts';

const blocking: Sign<object> = {
  misconception: '`async` makes a call wait elsewhere',
  seen({ requests, server }) {
    const blocked = requests.filter((each) => each.blocking).length;
    if (blocked === 0) return null;
    return `${count(blocked, 'request')} of ${requests.length} held the thread until the answer was there; the server never had more than ${server.inFlightMax} at once, though all functions were called before the first was awaited.`;
  },
  why: '`async` changes what a function returns, and nothing about the calls inside it. A call that returns its result at once, instead of a promise, has kept the only thread there is until then: no other function goes on, no timer fires, no answer is read.',
  look: 'Look for the call that has a result where others have a promise. Names that end in `Sync` are such calls, in Node as well.',
};

export const readings = defineHunt<{ readonly paths: readonly string[] }>({
  number: 3,
  file: '03-readings.mjs',
  title: 'All at once, and one by one',
  task: 'Each path of `inputs.paths` is a page of readings, and the server has time for all of them at once. Return how many characters each has, in the order of the paths, with all of them asked for at once.',
  make: (random) => ({ inputs: { paths: pages(random, between(random, 8, 12), () => between(random, 10, 25)) } }),
  rightEnd: ({ paths }, lengthOf) => ({ value: paths.map(lengthOf) }),
  signs: [blocking, oneByOne],
  afterwards:
    'Now each function gives the thread back where it waits, and the waits lie over one another. What cannot give it back, because it computes or because there is no other call, belongs into another thread (hunts 7 and 8); `async` around it does nothing.',
});

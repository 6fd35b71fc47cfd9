// Pages asked for one after another: the await stands in the loop.

import { between, pages } from '../figures.ts';
import { defineHunt } from '../hunt.ts';
import { oneByOne } from '../signs/one-by-one.ts';

export const catalogue = defineHunt<{ readonly paths: readonly string[] }>({
  number: 1,
  file: '01-catalogue.mjs',
  title: 'The server that is bored',
  task: 'A catalogue has a page for each path of `inputs.paths`, and the server has time for all of them at once. Return how many characters each page has, in the order of the paths, and keep nobody waiting for longer than the pages need.',
  make: (random) => ({ inputs: { paths: pages(random, between(random, 12, 18), () => between(random, 15, 30)) } }),
  rightEnd: ({ paths }, lengthOf) => ({ value: paths.map(lengthOf) }),
  signs: [oneByOne],
  afterwards:
    'All requests were with the server before the first answer came, so their waits lie over one another, and one thread was enough: it waits for many as easily as for one. `Promise.all` gives the answers in the order of its list, whichever comes first. A limit would have done as well, where the server has one (hunt 4).',
});

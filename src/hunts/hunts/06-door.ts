// A client for each page: no connection is ever used twice.

import { between, shortAnswers } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { oneByOne } from '../signs/one-by-one.ts';
import { type Limited, overLimit } from '../signs/over-limit.ts';
import { count } from '../words.ts';

const neverTwice: Sign<Limited> = {
  misconception: 'a client is a request',
  seen({ server, clientCount }, { paths }) {
    const { connectionCount } = server;
    if (connectionCount < paths.length / 2) return null;
    return `for ${count(paths.length, 'page')} the server saw ${count(connectionCount, 'new connection')}, from ${count(clientCount, 'client')}.`;
  },
  why: 'A client owns connections, and keeps one open for the next request to the same server. A new one has none: each of its requests pays for opening a connection, encrypted ones several times over, and the server pays with it.',
  look: 'Look at how long the thing lives that owns the connections, and at how long it could.',
};

export const door = defineHunt<Limited>({
  number: 6,
  file: '06-door.mjs',
  title: 'Knocking anew at an open door',
  task: 'Return how many characters each page of `inputs.paths` has, in their order, with at most `inputs.limit` requests under way. Opening a connection is dear: use those that are open.',
  make(random) {
    const limit = between(random, 2, 4);
    const paths = shortAnswers(random, between(random, 18, 26), () => between(random, 4, 10));
    return { inputs: { paths, limit }, fixture: { inServiceLimit: limit, queueLimit: 0 } };
  },
  rightEnd: ({ paths }, lengthOf) => ({ value: paths.map(lengthOf) }),
  signs: [overLimit, neverTwice, oneByOne],
  afterwards:
    'A connection that stays open serves one request after another, and a client that lives as long as the work keeps as many as there are requests under way at once. One client a program is the rule; one for each loop is right, too. The same goes for pools of database connections, and for sessions in other languages.',
});

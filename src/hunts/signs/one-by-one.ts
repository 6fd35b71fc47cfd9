// The sign of a program that waits for one answer before it asks for the next.

import type { Sign } from '../hunt.ts';
import { overlappingCount } from '../reading/overlapping-count.ts';
import { count } from '../words.ts';

export const oneByOne: Sign<object> = {
  misconception: 'one request at a time',
  seen({ requests, server }) {
    const overlapping = overlappingCount(requests);
    if (requests.length < 2 || overlapping >= requests.length / 2) return null;
    return `of ${count(requests.length, 'request')}, ${overlapping} were made while another was under way; the server never had more than ${server.inFlightMax} at once.`;
  },
  why: '`await` stops the function it stands in until the answer is there. What comes after it, the next turn of a loop as well, has not even been asked for by then, so the waits add up.',
  look: 'Look at which line waits, and at what could have been asked for before it.',
};

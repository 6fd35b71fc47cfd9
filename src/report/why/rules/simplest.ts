// Nothing measured beats the simplest way.

import type { WhyRule } from '../story.ts';
import { ms } from '../words.ts';

/** The last resort of the rules: says what was seen and claims no mechanism. */
export const simplestRule: WhyRule = {
  id: 'simplest',
  applies: ({ reference, leaders }) => leaders.includes(reference),
  sentence({ reference, fastest }) {
    if (fastest === reference)
      return `Nothing here was faster than ${reference.name}, which took ${ms(reference.medianOf('wallMs'))}.`;
    return `${fastest.name} took ${ms(fastest.medianOf('wallMs'))} and ${reference.name} ${ms(reference.medianOf('wallMs'))}; this run cannot tell them apart.`;
  },
};

// Nothing measured beats the simplest way.

import { armName } from '../../arms/arm.ts';
import type { WhyRule } from '../story.ts';
import { ms } from '../words.ts';

/** The last resort of the rules: says what was seen and claims no mechanism. */
export const simplestRule: WhyRule = {
  id: 'simplest',
  applies: ({ reference, contenders }) => contenders.includes(reference),
  sentence({ reference, fastest }) {
    if (fastest === reference)
      return `Nothing here was faster than ${armName(reference)}, which took ${ms(reference.medianOf('wallMs'))}.`;
    return `${armName(fastest)} took ${ms(fastest.medianOf('wallMs'))} and ${armName(reference)} ${ms(reference.medianOf('wallMs'))}; this run cannot tell them apart.`;
  },
};

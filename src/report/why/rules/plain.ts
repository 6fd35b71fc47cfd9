// A difference that no other rule explains.

import { measuredGain } from '../gain.ts';
import { refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, times } from '../words.ts';

/** States the figures and claims no mechanism; speaks as well where the others need one-by-one work to explain against. */
export const plainRule: WhyRule = {
  id: 'plain',
  applies: () => true,
  sentence: (story) => {
    const cause = refersToOneByOne(story)
      ? 'no single cause stands out in the measured shares.'
      : `the cause is told where the reference runs one task after another, and here it is ${story.reference.name}.`;
    return `${story.fastest.name} took ${ms(story.fastest.medianOf('wallMs'))}, ${times(measuredGain(story))} as fast as ${story.reference.name} (${ms(story.reference.medianOf('wallMs'))}); ${cause}`;
  },
};

// A difference that no other rule explains.

import { measuredGain } from '../gain.ts';
import { type MeasuredStory, refersToOneByOne, type WhyRule } from '../story.ts';
import { listing, ms, times } from '../words.ts';

/** States the figures and claims no mechanism; speaks as well where the others need one-by-one work to explain against. */
export const plainRule: WhyRule = {
  id: 'plain',
  applies: () => true,
  sentence: (story) =>
    `${story.fastest.name} took ${ms(story.fastest.medianOf('wallMs'))}, ${times(measuredGain(story))} as fast as ${story.reference.name} (${ms(story.reference.medianOf('wallMs'))}); ${causeClause(story)}`,
};

function causeClause(story: MeasuredStory): string {
  const { reference, fastest } = story;
  const unknown = [fastest, reference].filter(({ shape }) => shape === null);
  if (unknown.length > 0) {
    return `this version does not know how ${listing(unknown.map(({ name }) => name))} arranges tasks, so it tells no cause.`;
  }
  return refersToOneByOne(story)
    ? 'no single cause stands out in the measured shares.'
    : `the cause is told where the reference runs one task after another, and here it is ${reference.name}.`;
}

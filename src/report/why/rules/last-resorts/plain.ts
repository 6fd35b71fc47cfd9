// A difference that no other rule explains.

import { gainWords } from '../../gain.ts';
import { type MeasuredStory, refersToOneByOne, type WhyRule } from '../../story.ts';
import { listing, ms } from '../../words.ts';

/** States the figures and claims no mechanism; speaks as well where the others need one-by-one work to explain against. */
export const plainRule: WhyRule = {
  id: 'plain',
  applies: () => true,
  sentence(story) {
    const { fastest, reference } = story;
    const took = `${reference.name} took ${ms(reference.medianOf('wallMs'))}`;
    const own =
      fastest === reference
        ? ''
        : `, ${fastest.name} ${ms(fastest.medianOf('wallMs'))}: it ${gainWords(story, fastest)}`;
    return `${took}${own}; ${causeClause(story)}`;
  },
};

function causeClause(story: MeasuredStory): string {
  const { reference, fastest } = story;
  const unknown = [...new Set([fastest, reference])].filter(({ shape }) => shape === null);
  if (unknown.length > 0) {
    return `this version does not know how ${listing(unknown.map(({ name }) => name))} arranges tasks, so it tells no cause.`;
  }
  return refersToOneByOne(story)
    ? 'no single cause stands out in the measured shares.'
    : `the cause is told where the reference runs one task after another, and here it is ${reference.name}.`;
}

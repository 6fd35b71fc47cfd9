// A difference that no other rule explains.

import { armName } from '../arm.ts';
import { measuredGain } from './gain.ts';
import type { WhyRule } from './story.ts';
import { ms, times } from './words.ts';

/** States the figures and claims no mechanism. */
export const plainRule: WhyRule = {
  id: 'plain',
  applies: () => true,
  sentence: (story) =>
    `${armName(story.fastest)} took ${ms(story.fastest.medianOf('wallMs'))}, ${times(measuredGain(story))} as fast as ${armName(story.reference)} (${ms(story.reference.medianOf('wallMs'))}); no single cause stands out in the measured shares.`,
};

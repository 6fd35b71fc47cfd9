// Waiting and computing both matter, and the best schedule does them at the same time.

import { armName } from '../../arms/arm.ts';
import { gainSentence, gainWords, measuredGain } from '../gain.ts';
import { armOf, isOneByOne, type WhyRule } from '../story.ts';
import { ms, percent, shareOf } from '../words.ts';

const LEAST_GAIN = 1.2;

/** Threads compute while the main thread waits. */
export const overlapBothRule: WhyRule = {
  id: 'overlap-both',
  applies: (story) =>
    isOneByOne(story) &&
    story.data.record.kind === 'mixed' &&
    story.fastest.cell.threads !== null &&
    measuredGain(story) >= LEAST_GAIN,
  sentence(story) {
    const { reference, fastest } = story;
    const computing = shareOf(reference.medianOf('computeMs'), reference.medianOf('wallMs'));
    const gather = armOf(story, 'gather');
    const oneLoop =
      gather === null
        ? ''
        : `; gather overlaps the waiting but computes on its one loop, which was busy ${percent(gather.medianOf('loopUtilizationRatio'))} of ${ms(gather.medianOf('wallMs'))}`;
    return `${armName(reference)} computed for ${percent(computing)} of its ${ms(reference.medianOf('wallMs'))} and waited for most of the rest${oneLoop}. ${armName(fastest)} computes on threads while other answers are still on their way, and ${gainWords(story)}.${gainSentence(fastest.cell, armName(fastest), story)}`;
  },
};

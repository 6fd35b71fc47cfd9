// Waiting and computing both matter, and the best schedule does them at the same time.

import { gainSentence, gainWords, measuredGain } from '../gain.ts';
import { gatheredArm, knowsTheFastest, refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, percent, shareOf } from '../words.ts';

const LEAST_GAIN = 1.2;

/** Threads compute while the main thread waits. */
export const overlapBothRule: WhyRule = {
  id: 'overlap-both',
  applies: (story) =>
    refersToOneByOne(story) &&
    knowsTheFastest(story) &&
    story.data.record.kind === 'mixed' &&
    story.fastest.threads !== null &&
    measuredGain(story) >= LEAST_GAIN,
  sentence(story) {
    const { reference, fastest } = story;
    const computing = shareOf(reference.medianOf('computeWallMs'), reference.medianOf('wallMs'));
    const gather = gatheredArm(story);
    const oneLoop =
      gather === null
        ? ''
        : `; ${gather.name} overlaps the waiting but computes on its one loop, which was busy ${percent(gather.medianOf('loopUtilizationRatio'))} of ${ms(gather.medianOf('wallMs'))}`;
    return `${reference.name} computed for ${percent(computing)} of its ${ms(reference.medianOf('wallMs'))} and waited for most of the rest${oneLoop}. ${fastest.name} computes on threads while other answers are still on their way, and ${gainWords(story)}.${gainSentence(fastest, fastest.name, story)}`;
  },
};

// Waiting and computing both matter, and the best schedule does them at the same time.

import { gained, gainSentence, gainWords } from '../gain.ts';
import { gatheredArm, isShaped, knowsTheFastest, refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, percent } from '../words.ts';
import { heldUpArm } from './held-up.ts';

const LEAST_GAIN = 1.2;

/** Threads compute while others wait. */
export const overlapBothRule: WhyRule = {
  id: 'overlap-both',
  applies: (story) =>
    story.boundBy === 'a mix' &&
    refersToOneByOne(story) &&
    knowsTheFastest(story) &&
    // Behind a lock nothing is overlapped by starting it; threads then have one each.
    heldUpArm(story) === null &&
    isShaped(story.fastest, { computesOn: 'workers' }) &&
    gained(story, story.fastest, LEAST_GAIN),
  sentence(story) {
    const { reference, fastest, work } = story;
    const gather = gatheredArm(story);
    const oneLoop =
      gather === null || gather === reference
        ? ''
        : ` ${gather.name} overlaps the waiting but computes on its one loop, which was busy for ${percent(gather.medianOf('loopUtilizationRatio'))} of ${ms(gather.medianOf('wallMs'))}.`;
    return `Alone, a task computes for ${percent(work?.computingHereRatio ?? 0)} of its time and waits for ${percent(work?.waitingRatio ?? 0)}; ${reference.name} took ${ms(reference.medianOf('wallMs'))}.${oneLoop} ${fastest.name} computes on threads while other answers are still on their way, and ${gainWords(story, fastest)}.${gainSentence(fastest, fastest.name, story)}`;
  },
};

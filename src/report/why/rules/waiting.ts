// Mostly waiting, and the waiting overlapped.

import { gainSentence, gainWords, measuredGain } from '../gain.ts';
import { knowsTheFastest, refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, percent, shareOf } from '../words.ts';

const LEAST_GAIN = 1.2;

/** One thread can wait for many answers at once. */
export const waitingRule: WhyRule = {
  id: 'waiting',
  applies: (story) =>
    story.boundBy === 'waiting' &&
    refersToOneByOne(story) &&
    knowsTheFastest(story) &&
    measuredGain(story) >= LEAST_GAIN,
  sentence(story) {
    const { reference, fastest } = story;
    const waiting = shareOf(reference.medianOf('ioMs'), reference.medianOf('wallMs'));
    const threads =
      fastest.threads === null ? 'one thread is enough to wait for many answers' : 'its threads waited side by side';
    return `${reference.name} waited for ${percent(waiting)} of its ${ms(reference.medianOf('wallMs'))}, with ${reference.medianOf('inFlightMean').toFixed(1)} tasks under way; ${fastest.name} kept ${fastest.medianOf('inFlightMean').toFixed(1)} under way and ${gainWords(story)}: ${threads}. Its longest task alone took ${ms(fastest.medianOf('longestTaskMs'))}.${gainSentence(fastest, fastest.name, story)}`;
  },
};

// Mostly waiting, and the waiting overlapped.

import { armName } from '../arm.ts';
import { gainSentence, gainWords, measuredGain } from './gain.ts';
import type { WhyRule } from './story.ts';
import { ms, percent } from './words.ts';

const LEAST_GAIN = 1.2;

/** One thread can wait for many answers at once. */
export const waitingRule: WhyRule = {
  id: 'waiting',
  applies: (story) => story.boundBy === 'waiting' && measuredGain(story) >= LEAST_GAIN,
  sentence(story) {
    const { reference, fastest } = story;
    const waiting = reference.medianOf('ioMs') / reference.medianOf('wallMs');
    const threads =
      fastest.cell.threads === null
        ? 'one thread is enough to wait for many answers'
        : 'its threads waited side by side';
    return `${armName(reference)} waited for ${percent(Math.min(1, waiting))} of its ${ms(reference.medianOf('wallMs'))}, with ${reference.medianOf('inFlightMean').toFixed(1)} tasks under way; ${armName(fastest)} kept ${fastest.medianOf('inFlightMean').toFixed(1)} under way and ${gainWords(story)}: ${threads}. Its longest task alone took ${ms(fastest.medianOf('longestTaskMs'))}.${gainSentence(fastest.cell, armName(fastest), story)}`;
  },
};

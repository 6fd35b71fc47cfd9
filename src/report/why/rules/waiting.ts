// Mostly waiting, and the waiting overlapped.

import { usesProcesses } from '../../../model/shape.ts';
import type { Arm } from '../../arms/arm.ts';
import { gained, gainSentence, gainWords, measuredGain } from '../gain.ts';
import { knowsTheFastest, type MeasuredStory, refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, percent, shareOf } from '../words.ts';

const LEAST_GAIN = 1.2;
const LEAST_WAITING_RATIO = 0.5;
/** Part of the `io` time for which the server accounts from which on it may be called a request. */
const REQUEST_RATIO = 0.5;

/** One thread can wait for many answers at once. */
export const waitingRule: WhyRule = {
  id: 'waiting',
  applies: (story) =>
    waitsMostly(story) &&
    refersToOneByOne(story) &&
    knowsTheFastest(story) &&
    measuredGain(story, story.fastest) >= LEAST_GAIN,
  sentence(story) {
    const { fastest } = story;
    const cause = gained(story, fastest, LEAST_GAIN) ? `: ${whoWaited(fastest)}` : '';
    return `${referenceWords(story)}; ${fastest.name} had ${fastest.medianOf('inFlightMean').toFixed(1)} started and ${gainWords(story, fastest)}${cause}. The longest of its tasks took ${ms(fastest.medianOf('longestTaskMs'))}.${gainSentence(fastest, fastest.name, story)}`;
  },
};

function whoWaited({ shape, threads }: Arm): string {
  if (threads === null) return 'one thread is enough to wait for many answers';
  return `its ${shape !== null && usesProcesses(shape) ? 'processes' : 'threads'} waited side by side`;
}

/** Where a task computes as well, one loop may still be all it takes; in workers, the computing overlaps too. */
function waitsMostly({ boundBy, work, fastest }: MeasuredStory): boolean {
  if (boundBy === 'waiting') return true;
  return boundBy === 'a mix' && work !== null && work.waitingRatio >= LEAST_WAITING_RATIO && fastest.threads === null;
}

// A request may be under way all the time while the loop still handles it for a part of it.
function referenceWords({ reference, work }: MeasuredStory): string {
  const wallMs = reference.medianOf('wallMs');
  const ioMs = reference.medianOf('ioMs');
  const took = `of the ${ms(wallMs)} that ${reference.name} took`;
  if (reference.medianOf('serverMs') >= REQUEST_RATIO * ioMs && ioMs > 0) {
    return `A request was under way for ${percent(shareOf(ioMs, wallMs))} ${took}, the loop handled it for ${percent(reference.medianOf('loopUtilizationRatio'))}, and ${reference.medianOf('inFlightMean').toFixed(1)} tasks were started at a time`;
  }
  return `Alone, a task waits for ${percent(work?.waitingRatio ?? 1)} of its time; ${reference.name} took ${ms(wallMs)} with ${reference.medianOf('inFlightMean').toFixed(1)} tasks started at a time`;
}

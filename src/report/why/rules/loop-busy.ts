// Answers were there, but the one loop was computing.

import { clientBusyRatio, excessWaitMs } from '../../costs/server-load.ts';
import { gainSentence } from '../gain.ts';
import { knowsTheFastest, type WhyRule } from '../story.ts';
import { computingInWorkers } from '../tried.ts';
import { ms, percent, shareOf } from '../words.ts';

const LEAST_READY_RATIO = 0.2;
const BUSY_RATIO = 0.6;

/** The fastest arm runs on one thread that was busy while answers lay ready. */
export const loopBusyRule: WhyRule = {
  id: 'loop-busy',
  applies(story) {
    const { data, fastest, reference } = story;
    if (fastest === reference || !knowsTheFastest(story) || fastest.threads !== null || data.totals === null)
      return false;
    const ready = shareOf(excessWaitMs(fastest, data), fastest.medianOf('ioMs'));
    return (
      ready >= LEAST_READY_RATIO && clientBusyRatio(fastest) >= BUSY_RATIO && fastest.medianOf('computeWallMs') > 0
    );
  },
  sentence(story) {
    const { data, fastest } = story;
    const ready = shareOf(excessWaitMs(fastest, data), fastest.medianOf('ioMs'));
    const { schedule, name } = computingInWorkers(story);
    return `In ${fastest.name}, tasks waited longer than alone for ${percent(ready)} of their waiting, while the loop, busy for ${percent(clientBusyRatio(fastest))} of the time, computed others (${ms(fastest.medianOf('computeWallMs'))} in all): what is ready waits for the loop. Moving the computing to threads frees the loop.${gainSentence(schedule, name, story)}`;
  },
};

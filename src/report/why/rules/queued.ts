// Tasks queued for a slot: the limit, not the work, set the time.

import { gainSentence } from '../gain.ts';
import { gatheredArm, knowsTheFastest, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const FULL_RATIO = 0.8;

/** The fastest arm has a limit and kept it full, while no unlimited arm was measured. */
export const queuedRule: WhyRule = {
  id: 'queued',
  applies(story) {
    const { fastest, data, boundBy } = story;
    const limit = fastest.concurrency;
    if (limit === null || !knowsTheFastest(story) || boundBy !== 'waiting' || gatheredArm(story) !== null) return false;
    return limit < data.record.taskCount && fastest.medianOf('inFlightMean') >= limit * FULL_RATIO;
  },
  sentence(story) {
    const { fastest, data } = story;
    const limit = fastest.concurrency ?? 1;
    const { shape, threads } = fastest;
    const wider = { shape, threads, concurrency: data.record.taskCount };
    return `${fastest.name} kept ${fastest.medianOf('inFlightMean').toFixed(1)} of its ${limit} slots busy for ${ms(fastest.medianOf('wallMs'))}, so tasks queued for a slot rather than for an answer: a larger --concurrency shortens this as far as the server allows.${gainSentence(wider, `a limit of ${data.record.taskCount}`, story)}`;
  },
};

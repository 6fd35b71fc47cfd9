// Tasks queued for a slot: the limit, not the work, set the time.

import { gainSentence } from '../gain.ts';
import { gatheredArm, knowsTheFastest, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const FULL_RATIO = 0.8;
/** Tasks that take longer than this times their time alone were not only queueing for a slot. */
const MOST_STRETCH_RATIO = 1.2;

/** The fastest arm has a limit and kept it full, while no unlimited arm was measured. */
export const queuedRule: WhyRule = {
  id: 'queued',
  applies(story) {
    const { fastest, data, boundBy } = story;
    const limit = fastest.concurrency;
    if (limit === null || !knowsTheFastest(story) || boundBy !== 'waiting' || gatheredArm(story) !== null) return false;
    if (limit >= data.record.taskCount || fastest.medianOf('inFlightMean') < limit * FULL_RATIO) return false;
    return data.totals === null || fastest.medianOf('taskMs') <= MOST_STRETCH_RATIO * data.totals.wallMs;
  },
  sentence(story) {
    const { fastest, data } = story;
    const limit = fastest.concurrency ?? 1;
    const { shape, threads } = fastest;
    const wider = { shape, threads, concurrency: data.record.taskCount };
    return `${fastest.name} had ${fastest.medianOf('inFlightMean').toFixed(1)} tasks started of the ${limit} that its limit allows, for ${ms(fastest.medianOf('wallMs'))}, so the others waited for a slot: a larger --concurrency shortens this, as far as what they wait for lets more in.${gainSentence(wider, `a limit of ${data.record.taskCount}`, story)}`;
  },
};

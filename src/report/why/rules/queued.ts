// Tasks queued for a slot: the limit, not the work, set the time.

import { armName } from '../../arms/arm.ts';
import { gainSentence } from '../gain.ts';
import { armOf, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const FULL_RATIO = 0.8;

/** The fastest arm has a limit and kept it full, while no unlimited arm was measured. */
export const queuedRule: WhyRule = {
  id: 'queued',
  applies(story) {
    const { fastest, data, boundBy } = story;
    const limit = fastest.cell.concurrency;
    if (limit === null || boundBy !== 'waiting' || armOf(story, 'gather') !== null) return false;
    return limit < data.record.taskCount && fastest.medianOf('inFlightMean') >= limit * FULL_RATIO;
  },
  sentence(story) {
    const { fastest, data } = story;
    const limit = fastest.cell.concurrency ?? 1;
    const wider = { ...fastest.cell, concurrency: data.record.taskCount };
    return `${armName(fastest)} kept ${fastest.medianOf('inFlightMean').toFixed(1)} of its ${limit} slots busy for ${ms(fastest.medianOf('wallMs'))}, so tasks queued for a slot rather than for an answer: a larger --concurrency shortens this as far as the server allows.${gainSentence(wider, `a limit of ${data.record.taskCount}`, story)}`;
  },
};

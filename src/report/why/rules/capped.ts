// The server lets in only so many at once, as the scenario asked: more started than that only queue at its door.

import { serverSlotsOf } from '../../costs/server-load.ts';
import { gained, gainWords } from '../gain.ts';
import { refersToOneByOne, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const LEAST_GAIN = 1.2;
/** Started tasks over slots above which some surely queued. */
const QUEUE_RATIO = 1.2;

/** Waiting at the peer's door is no better than waiting at home. */
export const cappedRule: WhyRule = {
  id: 'capped',
  applies(story) {
    const slots = serverSlotsOf(story.data);
    if (slots === null || slots >= story.data.record.taskCount || !refersToOneByOne(story)) return false;
    return gained(story, story.fastest, LEAST_GAIN);
  },
  sentence(story) {
    const { data, fastest, trusted } = story;
    const slots = serverSlotsOf(data) ?? 1;
    const [widest] = [...trusted].sort((a, b) => b.medianOf('inFlightMean') - a.medianOf('inFlightMean'));
    const queued =
      widest === undefined || widest === fastest || widest.medianOf('inFlightMean') <= slots * QUEUE_RATIO
        ? ''
        : ` ${widest.name} had ${widest.medianOf('inFlightMean').toFixed(1)} started and took ${ms(widest.medianOf('wallMs'))}: what is more than ${slots} only queues at the door.`;
    return `The server lets in ${slots} requests at once. ${fastest.name} had ${fastest.medianOf('inFlightMean').toFixed(1)} tasks started on average and ${gainWords(story, fastest)}.${queued}`;
  },
};

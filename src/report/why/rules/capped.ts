// The server lets in only so many at once, as the scenario asked: more under way than that only queue at its door.

import { serverSlotsOf } from '../../costs/server-load.ts';
import { gainWords, measuredGain } from '../gain.ts';
import { refersToOneByOne, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const LEAST_GAIN = 1.2;

/** Waiting at the peer's door is no better than waiting at home. */
export const cappedRule: WhyRule = {
  id: 'capped',
  applies(story) {
    const slots = serverSlotsOf(story.data);
    if (slots === null || slots >= story.data.record.taskCount || !refersToOneByOne(story)) return false;
    return measuredGain(story) >= LEAST_GAIN;
  },
  sentence(story) {
    const { data, fastest, trusted } = story;
    const slots = serverSlotsOf(data) ?? 1;
    const [widest] = [...trusted].sort((a, b) => b.medianOf('inFlightMean') - a.medianOf('inFlightMean'));
    const queued =
      widest === undefined || widest === fastest || widest.medianOf('inFlightMean') <= slots * 1.2
        ? ''
        : ` ${widest.name} kept ${widest.medianOf('inFlightMean').toFixed(1)} under way and took ${ms(widest.medianOf('wallMs'))}: what is more than ${slots} only queues at the door.`;
    return `The server lets in ${slots} requests at once. ${fastest.name} kept ${fastest.medianOf('inFlightMean').toFixed(1)} tasks under way and ${gainWords(story)}.${queued}`;
  },
};

// Handing tasks to threads cost more than it gave.

import { armName } from '../arm.ts';
import { armOf, type MeasuredStory, type WhyRule } from './story.ts';
import { ms } from './words.ts';

function lostPool(story: MeasuredStory) {
  const pool = armOf(story, 'pool');
  return pool !== null && pool !== story.fastest && pool.medianOf('handoverMs') > pool.medianOf('computeMs')
    ? pool
    : null;
}

/** Small tasks: the message to the worker takes longer than the work. */
export const handoverRule: WhyRule = {
  id: 'handover',
  applies: (story) => story.data.record.kind === 'cpu' && lostPool(story) !== null,
  sentence(story) {
    const pool = lostPool(story) ?? story.fastest;
    const { taskCount } = story.data.record;
    const handoverMs = pool.medianOf('handoverMs') / taskCount;
    const computeMs = pool.medianOf('computeMs') / taskCount;
    return `A task spent ${ms(handoverMs)} on its way to a thread and back, queueing included, and ${ms(computeMs)} computing, so ${armName(pool)} took ${ms(pool.medianOf('wallMs'))} where ${armName(story.fastest)} took ${ms(story.fastest.medianOf('wallMs'))}. Threads pay when a task computes for longer than it travels: send several tasks in one message, or stay on one thread.`;
  },
};

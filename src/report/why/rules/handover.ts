// Handing tasks to threads cost more than it gave.

import type { Arm } from '../../arms/arm.ts';
import { effectiveCores } from '../../costs/thread-gain.ts';
import { type MeasuredStory, pooledArm, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const LEAST_CORES = 1.3;

// Thread time of a batch that was not computing, for each task. Tasks queueing for a worker do not count: the worker is
// busy with another.
function travelMs(pool: Arm): number {
  const threadMs = pool.medianOf('wallMs') * (pool.threads ?? 1);
  return Math.max(0, threadMs - pool.medianOf('computeWallMs')) / pool.cell.taskCount;
}

function lostPool(story: MeasuredStory): Arm | null {
  const pool = pooledArm(story);
  const { preflight, coreCount } = story.data;
  if (pool === null || pool === story.fastest) return null;
  // Threads without cores under them also lose time between computing; that is not the way's fault.
  if (effectiveCores(preflight, pool.threads, coreCount) < LEAST_CORES) return null;
  return travelMs(pool) * pool.cell.taskCount > pool.medianOf('computeWallMs') ? pool : null;
}

/** Small tasks: the message to the worker takes longer than the work. */
export const handoverRule: WhyRule = {
  id: 'handover',
  applies: (story) => story.data.record.kind === 'cpu' && lostPool(story) !== null,
  sentence(story) {
    const { fastest } = story;
    const pool = lostPool(story) ?? fastest;
    const computeMs = pool.medianOf('computeWallMs') / pool.cell.taskCount;
    return `Each task cost ${pool.name} ${ms(travelMs(pool))} of thread time for the way there and back, and only ${ms(computeMs)} of computing, so it took ${ms(pool.medianOf('wallMs'))} where ${fastest.name} took ${ms(fastest.medianOf('wallMs'))}. Threads pay when a task computes for longer than it travels: send several tasks in one message, or stay on one thread.`;
  },
};

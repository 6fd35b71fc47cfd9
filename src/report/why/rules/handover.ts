// Handing tasks to threads cost more than it gave.

import type { Arm } from '../../arms/arm.ts';
import { effectiveCores } from '../../costs/thread-gain.ts';
import { mostGainOf } from '../gain.ts';
import { type MeasuredStory, pooledArm, type WhyRule } from '../story.ts';
import { ms } from '../words.ts';

const LEAST_CORES = 1.3;

// What a task computes alone, here or as `io`; what the worker saw of it may be less, and then nothing is claimed of it.
function computeMs(pool: Arm, { data }: MeasuredStory): number {
  const alone = data.totals === null ? 0 : data.totals.ioCpuMs + data.totals.computeCpuMs;
  return Math.max(alone, pool.medianOf('computeWallMs')) / pool.cell.taskCount;
}

function threadMs(pool: Arm): number {
  return (pool.medianOf('wallMs') * (pool.threads ?? 1)) / pool.cell.taskCount;
}

function lostPool(story: MeasuredStory): Arm | null {
  const pool = pooledArm(story);
  const { preflight, coreCount } = story.data;
  if (pool === null || pool === story.fastest || mostGainOf([pool], story) === null) return null;
  // Threads without cores under them also lose time between computing; that is not the way's fault.
  if (effectiveCores(preflight, pool.threads, coreCount) < LEAST_CORES) return null;
  return threadMs(pool) > 2 * computeMs(pool, story) ? pool : null;
}

/** Small tasks: the message to the worker takes longer than the work. */
export const handoverRule: WhyRule = {
  id: 'handover',
  applies: (story) => story.boundBy === 'computing here' && lostPool(story) !== null,
  sentence(story) {
    const { fastest } = story;
    const pool = lostPool(story) ?? fastest;
    return `A task computes for ${ms(computeMs(pool, story))}, and cost ${pool.name} ${ms(threadMs(pool))} of its threads' time: most of it went into the way there and back. It took ${ms(pool.medianOf('wallMs'))} where ${fastest.name} took ${ms(fastest.medianOf('wallMs'))}. Threads pay when a task computes for longer than it travels: send several tasks in one message, or stay on one thread.`;
  },
};

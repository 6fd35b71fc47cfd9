// Mostly computing: only more threads help, and only as far as there are cores.

import type { Arm } from '../../arms/arm.ts';
import { effectiveCores } from '../../costs/thread-gain.ts';
import { gainSentence, gainWords, measuredGain } from '../gain.ts';
import {
  gatheredArm,
  knowsTheFastest,
  type MeasuredStory,
  pooledArm,
  refersToOneByOne,
  type WhyRule,
} from '../story.ts';
import { mostThreads, wholeTasksInWorkers } from '../tried.ts';
import { ms, percent, shareOf, times } from '../words.ts';

const LEAST_GAIN = 1.1;

function gatherClause(gather: Arm | null, reference: Arm): string {
  const ownMs = reference.medianOf('cpuMs');
  if (gather === null || ownMs <= 0) return '';
  return ` ${gather.name} used ${times(gather.medianOf('cpuMs') / ownMs)} its CPU time and took ${ms(gather.medianOf('wallMs'))}: starting tasks together adds no processor.`;
}

function poolClause(story: MeasuredStory): string {
  const { data, fastest } = story;
  const cores = effectiveCores(data.preflight, fastest.threads ?? mostThreads(story), data.coreCount);
  const ceiling =
    data.preflight === null
      ? ''
      : ` This machine gave ${cores.toFixed(1)} of ${data.coreCount} cores, which is the ceiling.`;
  if (fastest.threads !== null && measuredGain(story) >= LEAST_GAIN) {
    return ` ${fastest.name} computed on ${fastest.threads} threads and ${gainWords(story)}.${ceiling}`;
  }
  const { schedule, name } = wholeTasksInWorkers(story);
  const pool = pooledArm(story);
  const measured = pool === null ? '' : ' The pool gained nothing here.';
  return `${measured}${ceiling}${gainSentence(schedule, name, story)}`;
}

/** One thread computes one thing at a time, whatever the promises look like. */
export const computingRule: WhyRule = {
  id: 'computing',
  applies: (story) => story.boundBy === 'client CPU' && refersToOneByOne(story) && knowsTheFastest(story),
  sentence(story) {
    const { reference } = story;
    const computing = shareOf(reference.medianOf('computeWallMs'), reference.medianOf('wallMs'));
    return `${reference.name} computed for ${percent(computing)} of its ${ms(reference.medianOf('wallMs'))}.${gatherClause(gatheredArm(story), reference)}${poolClause(story)}`;
  },
};

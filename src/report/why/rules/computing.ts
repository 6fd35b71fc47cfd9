// Mostly computing on the thread of the task: only more threads help. What they can give is told from these tasks run side
// by side, never from another kernel, and never as a ceiling that a row of the same table passes.

import { median } from '../../../stats/quantile.ts';
import type { Arm } from '../../arms/arm.ts';
import { gainSentence, gainWords, measuredGain, mostGainOf } from '../gain.ts';
import {
  gatheredArm,
  knowsTheFastest,
  type MeasuredStory,
  pooledArm,
  refersToOneByOne,
  type WhyRule,
} from '../story.ts';
import { wholeTasksInWorkers } from '../tried.ts';
import { ms, percent, times } from '../words.ts';

/** One thread computes one thing at a time, whatever the promises look like. */
export const computingRule: WhyRule = {
  id: 'computing',
  applies: (story) => story.boundBy === 'computing here' && refersToOneByOne(story) && knowsTheFastest(story),
  sentence(story) {
    const { reference, work } = story;
    const alone = `Alone, a task computes for ${percent(work?.computingHereRatio ?? 1)} of its time; ${reference.name} took ${ms(reference.medianOf('wallMs'))}.`;
    return [alone, gatherSentence(story, gatheredArm(story)), poolSentence(story)].join('');
  },
};

function gatherSentence(story: MeasuredStory, gather: Arm | null): string {
  if (gather === null || gather === story.reference) return '';
  const mechanism = mostGainOf([gather], story) === null ? '' : ': starting tasks together adds no processor';
  return ` ${gather.name} ${gainWords(story, gather)}${mechanism}.`;
}

function poolSentence(story: MeasuredStory): string {
  const pool = pooledArm(story);
  if (pool === null) {
    const { schedule, name } = wholeTasksInWorkers(story);
    return gainSentence(schedule, name, story);
  }
  const threads = pool.threads ?? 1;
  const on = `${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  return ` ${pool.name} computed on ${on} and ${gainWords(story, pool)}.${sideBySideSentence(story, threads)}`;
}

/** What so many threads give, where these tasks were run side by side and no row of the table went beyond it. */
function sideBySideSentence(story: MeasuredStory, threads: number): string {
  const { data, trusted } = story;
  const probes = data.record.sideBySide.filter((probe) => probe.threads === threads && probe.aloneMs > 0);
  const gains = probes.map(({ sideCount, aloneMs, togetherMs }) => (sideCount * aloneMs) / togetherMs);
  const mostRatio = Math.max(...gains);
  const threaded = trusted.filter((arm) => arm.threads !== null && arm.threads <= threads);
  if (!Number.isFinite(mostRatio) || threaded.some((arm) => measuredGain(story, arm) > mostRatio)) return '';
  const slower = median(probes.map(({ aloneMs, togetherMs }) => togetherMs / aloneMs));
  return ` Side by side on ${threads} threads these tasks took ${times(slower)} as long as alone, which leaves ${times(mostRatio)} at most.`;
}

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
    const took = `${reference.name} took ${ms(reference.medianOf('wallMs'))}.`;
    // Where the file was contradicted, that sentence has just said what the work is.
    const alone =
      work === null || work.contradiction !== null
        ? took
        : `Alone, a task computes for ${percent(work.computingHereRatio)} of its time; ${took}`;
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

/** Epochs whose probes must agree before what they gave is called the most there is. */
const TELLING_EPOCHS = 2;
const AGREEMENT_RATIO = 1.15;

// What these tasks took on so many threads at once is a fact of this run; a limit it is only where several epochs agree on
// it and no row of the table went beyond it. Tasks that were quicker together than alone met a busy moment alone.
function sideBySideSentence(story: MeasuredStory, threads: number): string {
  const { data, trusted } = story;
  const probes = data.record.sideBySide.filter((probe) => probe.threads === threads && probe.aloneMs > 0);
  const slower = probes.map(({ aloneMs, togetherMs }) => togetherMs / aloneMs);
  const mostRatio = Math.max(...probes.map(({ sideCount, aloneMs, togetherMs }) => (sideCount * aloneMs) / togetherMs));
  const threaded = trusted.filter((arm) => arm.threads !== null && arm.threads <= threads);
  if (probes.length === 0 || Math.min(...slower) < 1) return '';
  if (threaded.some((arm) => measuredGain(story, arm) > mostRatio)) return '';
  const agrees = probes.length >= TELLING_EPOCHS && Math.max(...slower) / Math.min(...slower) <= AGREEMENT_RATIO;
  const most = agrees ? `, which leaves ${times(mostRatio)} at most` : '';
  return ` Side by side on ${threads} threads these tasks took ${times(median(slower))} as long as alone${most}.`;
}

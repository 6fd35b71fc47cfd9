// Mostly computing: only more threads help, and only as far as there are cores.

import { type Arm, armName } from '../../arms/arm.ts';
import { effectiveCores } from '../../costs/arm-theory.ts';
import { gainSentence, gainWords, measuredGain } from '../gain.ts';
import { armOf, isOneByOne, type MeasuredStory, type WhyRule } from '../story.ts';
import { ms, percent, shareOf, times } from '../words.ts';

const LEAST_GAIN = 1.1;

function gatherClause(gather: Arm | null, reference: Arm): string {
  const ownMs = reference.medianOf('cpuMs');
  if (gather === null || ownMs <= 0) return '';
  return ` gather used ${times(gather.medianOf('cpuMs') / ownMs)} its CPU time and took ${ms(gather.medianOf('wallMs'))}: starting tasks together adds no processor.`;
}

function poolClause(story: MeasuredStory): string {
  const { data, fastest } = story;
  const cores = effectiveCores(data.preflight, data.settings.threads, data.coreCount);
  const ceiling =
    data.preflight === null
      ? ''
      : ` This machine gave ${cores.toFixed(1)} of ${data.coreCount} cores, which is the ceiling.`;
  if (fastest.cell.threads !== null && measuredGain(story) >= LEAST_GAIN) {
    return ` ${armName(fastest)} computed on ${fastest.cell.threads} threads and ${gainWords(story)}.${ceiling}`;
  }
  const tried = { strategyId: 'pool', concurrency: null, threads: data.settings.threads };
  const measured = armOf(story, 'pool') === null ? '' : ' The pool gained nothing here.';
  return `${measured}${ceiling}${gainSentence(tried, `pool w${tried.threads}`, story)}`;
}

/** One thread computes one thing at a time, whatever the promises look like. */
export const computingRule: WhyRule = {
  id: 'computing',
  applies: (story) => story.boundBy === 'client CPU' && isOneByOne(story),
  sentence(story) {
    const { reference } = story;
    const computing = shareOf(reference.medianOf('computeMs'), reference.medianOf('wallMs'));
    return `${armName(reference)} computed for ${percent(computing)} of its ${ms(reference.medianOf('wallMs'))}.${gatherClause(armOf(story, 'gather'), reference)}${poolClause(story)}`;
  },
};

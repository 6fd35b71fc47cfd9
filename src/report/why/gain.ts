// What theory says a schedule would gain over the reference, as a clause for the end of a sentence. Silent where there
// is no calibration: a sentence never shows a figure that nobody calculated.

import { predictionOf, type Schedule } from '../costs/arm-theory.ts';
import type { MeasuredStory } from './story.ts';
import { times } from './words.ts';

/** Predicted time of the reference over that of the schedule; null without calibration. */
export function predictedGain(schedule: Schedule, { reference, data }: MeasuredStory): number | null {
  const fromMs = predictionOf(reference, data);
  const toMs = predictionOf(schedule, data);
  if (fromMs === null || toMs === null || !(toMs > 0)) return null;
  const gain = fromMs / toMs;
  return Number.isFinite(gain) ? gain : null;
}

/** " Theory predicts 20.1 times for gather." or nothing; a factor here is always over the reference. */
export function gainSentence(schedule: Schedule, name: string, story: MeasuredStory): string {
  const gain = predictedGain(schedule, story);
  return gain === null ? '' : ` Theory predicts ${times(gain)} for ${name}.`;
}

/** Measured speed of the fastest over the reference: the same figure as in the table. */
export function measuredGain({ fastest, judgements }: MeasuredStory): number {
  return judgements.get(fastest)?.interval95.ratio ?? 1;
}

/** "was 19.6 times as fast", or as much of it as the run can tell from chance. */
export function gainWords(story: MeasuredStory): string {
  const figure = times(measuredGain(story));
  if (story.judgements.get(story.fastest)?.verdict === 'faster') return `was ${figure} as fast`;
  return `measured ${figure} as fast, which this run cannot tell from chance`;
}

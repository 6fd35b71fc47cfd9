// What was measured of an arm against the reference, in the words that its verdict allows, and what theory says. Silent
// where there is no calibration: a sentence never shows a figure that nobody calculated.

import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import { predictionOf, type Schedule } from '../costs/arm-theory.ts';
import { mostGainRatio } from '../judging/effects.ts';
import type { MeasuredStory } from './story.ts';
import { factor, percent, times } from './words.ts';

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

/** Measured speed of an arm over the reference: the same figure as in the table; 1 for the reference itself. */
export function measuredGain({ rows }: MeasuredStory, arm: Arm): number {
  return rows.get(arm)?.interval.ratio ?? 1;
}

/** True where the arm is decidedly faster than the reference, by at least this factor as measured. */
export function gained(story: MeasuredStory, arm: Arm, leastRatio: number): boolean {
  return story.rows.get(arm)?.verdict === 'faster' && measuredGain(story, arm) >= leastRatio;
}

/** The most that any of these arms can gain over the reference, as a share; null where one may gain much. */
export function mostGainOf(arms: readonly Arm[], { rows }: Pick<MeasuredStory, 'rows'>): number | null {
  const gains = arms.map((arm) => {
    const decision = rows.get(arm);
    return decision === undefined || decision.verdict === 'faster' ? null : mostGainRatio(decision.interval);
  });
  const known = gains.filter((gain) => gain !== null);
  return known.length < gains.length ? null : Math.max(EQUIVALENCE_RATIO, ...known);
}

/** "was 19.6 times as fast": as much of it as the arm's verdict says. */
export function gainWords({ rows }: MeasuredStory, arm: Arm): string {
  const decision = rows.get(arm);
  if (decision === undefined) return 'was never held against the reference';
  const { verdict, interval } = decision;
  const mostRatio = mostGainRatio(interval);
  if (verdict !== 'faster' && verdict !== 'slower' && mostRatio !== null) {
    return `gained no more than ${percent(mostRatio)}`;
  }
  if (verdict === 'undecided' || verdict === 'no gain') return `measured ${factor(interval)}, undecided`;
  return verdict === 'faster'
    ? `was ${times(interval.ratio)} as fast`
    : `was slower, ${times(1 / interval.ratio)} as long`;
}

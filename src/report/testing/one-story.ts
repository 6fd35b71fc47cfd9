// The story of one scenario as the why-rules see it, with every part open to change.

import type { Arm, SampleField } from '../arms/arm.ts';
import { boundBy } from '../costs/bound-by.ts';
import { workOf } from '../costs/work.ts';
import type { Decision } from '../judging/family.ts';
import { judgeScenario } from '../judging/judgement.ts';
import type { MeasuredStory } from '../why/story.ts';
import type { DocumentWords, ScenarioWords } from './document-builder.ts';
import { dataOf, quiet } from './one-scenario.ts';

/** The story of a scenario without noise whose every arm with samples is trusted; the first arm is the reference. */
export function storyOf(scenario: ScenarioWords, words: Partial<DocumentWords> = {}): MeasuredStory {
  const data = dataOf(quiet(scenario), words);
  const trusted = data.arms.filter(({ samples }) => samples.length > 0);
  const { reference, fastest, ...judgement } = judgeScenario(data, trusted);
  if (reference === null || fastest === null) throw new Error('no story without a reference and a fastest arm');
  const work = data.totals === null ? null : workOf(data);
  return { ...judgement, reference, fastest, data, trusted, work, boundBy: boundBy(data, work) };
}

/** A decision at 99 %, as narrow as it can be unless the ends are given. */
export function decision(
  ratio: number,
  verdict: Decision['verdict'] = 'faster',
  [low, high]: readonly [number, number] = [ratio, ratio],
): Decision {
  return { verdict, interval: { ratio, low, high }, levelRatio: 0.99, probability: 0 };
}

/** The story with one arm, or the fastest, judged so much faster than the reference. */
export function withGain(
  story: MeasuredStory,
  ratio: number,
  verdict: Decision['verdict'] = 'faster',
  arm: Arm = story.fastest,
): MeasuredStory {
  return { ...story, rows: new Map([...story.rows, [arm, decision(ratio, verdict)]]) };
}

/** The arm with other medians. */
export function withMedians(arm: Arm, medians: Partial<Record<SampleField, number>>): Arm {
  return { ...arm, medianOf: (field) => medians[field] ?? arm.medianOf(field) };
}

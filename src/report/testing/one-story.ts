// The story of one scenario as the why-rules see it, with every part open to change.

import type { StrategyJudgement } from '../../stats/decisions/verdict.ts';
import type { Arm, SampleField } from '../arms/arm.ts';
import { boundBy } from '../costs/bound-by.ts';
import { judgeFamily } from '../judging/family.ts';
import { decideWinner } from '../judging/winner.ts';
import type { MeasuredStory } from '../why/story.ts';
import type { DocumentWords, ScenarioWords } from './document-builder.ts';
import { dataOf, quiet } from './one-scenario.ts';

/** The story of a scenario without noise whose every arm with samples is trusted; the first arm is the reference. */
export function storyOf(scenario: ScenarioWords, words: Partial<DocumentWords> = {}): MeasuredStory {
  const data = dataOf(quiet(scenario), words);
  const trusted = data.arms.filter(({ samples }) => samples.length > 0);
  const { fastest, ...outcome } = decideWinner(trusted);
  const { reference } = data;
  if (reference === null || fastest === null) throw new Error('no story without a reference and a fastest arm');
  const others = trusted.filter((arm) => arm !== reference);
  const judged = judgeFamily(others.map((arm) => ({ arm, other: reference })));
  const judgements = new Map<Arm, StrategyJudgement>();
  for (const [index, arm] of others.entries()) {
    const judgement = judged[index];
    if (judgement) judgements.set(arm, judgement);
  }
  return { ...outcome, fastest, data, trusted, reference, judgements, boundBy: boundBy(data, reference) };
}

/** The story with the fastest arm judged so much faster than the reference. */
export function withGain(
  story: MeasuredStory,
  ratio: number,
  verdict: StrategyJudgement['verdict'] = 'faster',
): MeasuredStory {
  const interval = { ratio, low: ratio, high: ratio };
  const judgement = { verdict, interval95: interval, interval99: interval, smallestEffectRatio: 1, probability: 0 };
  return { ...story, judgements: new Map([[story.fastest, judgement]]) };
}

/** The arm with other medians. */
export function withMedians(arm: Arm, medians: Partial<Record<SampleField, number>>): Arm {
  return { ...arm, medianOf: (field) => medians[field] ?? arm.medianOf(field) };
}

// What every why-rule may look at: one scenario after audits, comparisons and the winner.

import type { StrategyJudgement } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { Outcome } from '../judging/winner.ts';

/** A scenario ready to be explained. */
export interface Story extends Outcome {
  readonly data: ScenarioData;
  /** Arms whose numbers may be shown, the placebo among them. */
  readonly trusted: readonly Arm[];
  /** The reference arm if its numbers may be shown. */
  readonly reference: Arm | null;
  /** Every other trusted arm against the reference. */
  readonly judgements: ReadonlyMap<Arm, StrategyJudgement>;
  readonly boundBy: string;
}

/** A story with numbers to explain. */
export interface MeasuredStory extends Story {
  readonly reference: Arm;
  readonly fastest: Arm;
}

/** One explanation: when it holds, and how it reads with the run's own numbers. */
export interface WhyRule {
  readonly id: string;
  applies(story: MeasuredStory): boolean;
  sentence(story: MeasuredStory): string;
}

/** True where the reference runs its tasks one after another; only then do its shares explain what others gained. */
export function isOneByOne({ reference }: MeasuredStory): boolean {
  return reference.cell.strategyId === 'sequential';
}

/** The trusted arm of a strategy, the placebo left out; null when there is none. */
export function armOf(story: Story, strategyId: string): Arm | null {
  return story.trusted.find(({ cell }) => cell.strategyId === strategyId && !cell.placebo) ?? null;
}

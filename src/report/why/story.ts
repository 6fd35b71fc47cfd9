// What every why-rule may look at: one scenario after audits, with what was judged of it.

import { isOneByOne, type Shape } from '../../model/shape.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { BoundBy } from '../costs/bound-by.ts';
import type { Work } from '../costs/work.ts';
import type { Judgement } from '../judging/judgement.ts';

/** A scenario ready to be explained. */
export interface Story extends Judgement {
  readonly data: ScenarioData;
  /** Arms whose numbers may be shown, the placebo among them. */
  readonly trusted: readonly Arm[];
  /** Null where no task was measured alone. */
  readonly work: Work | null;
  readonly boundBy: BoundBy;
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
export function refersToOneByOne({ reference }: MeasuredStory): boolean {
  return reference.shape !== null && isOneByOne(reference.shape);
}

/** True where this version knows what the fastest arm does; only then can a mechanism be named that made it so. */
export function knowsTheFastest({ fastest }: MeasuredStory): boolean {
  return fastest.shape !== null;
}

/** True where the arm's schedule has every one of these aspects. */
export function isShaped({ shape }: Arm, aspects: Partial<Shape>): boolean {
  return shape !== null && Object.entries(aspects).every(([aspect, word]) => shape[aspect as keyof Shape] === word);
}

/** Of the trusted arms of such a shape, the one with the lowest median, the placebo left out; null when there is none. */
export function armShaped({ trusted }: Story, aspects: Partial<Shape>): Arm | null {
  const arms = trusted.filter((arm) => !arm.cell.placebo && isShaped(arm, aspects));
  return arms.sort((a, b) => a.medianOf('wallMs') - b.medianOf('wallMs'))[0] ?? null;
}

/** The arm that sends whole tasks to workers; null when there is none. */
export function pooledArm(story: Story): Arm | null {
  return armShaped(story, { waitsOn: 'workers', computesOn: 'workers' });
}

/** The arm that starts every task at once on the one loop; null when there is none. */
export function gatheredArm(story: Story): Arm | null {
  return armShaped(story, { waits: 'all', waitsOn: 'loop', computesOn: 'loop' });
}

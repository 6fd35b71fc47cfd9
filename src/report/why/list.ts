// Which explanation is told: the first rule that applies. The order is from the limits that make all strategies alike
// to the mechanisms that tell them apart, and last what can always be said.

import { armName } from '../../model/arm-key.ts';
import { computingRule } from './rules/computing.ts';
import { handoverRule } from './rules/handover.ts';
import { loopBusyRule } from './rules/loop-busy.ts';
import { overlapBothRule } from './rules/overlap-both.ts';
import { plainRule } from './rules/plain.ts';
import { queuedRule } from './rules/queued.ts';
import { serverBoundRule } from './rules/server-bound.ts';
import { simplestRule } from './rules/simplest.ts';
import { waitingRule } from './rules/waiting.ts';
import type { MeasuredStory, Story, WhyRule } from './story.ts';
import { listing } from './words.ts';

/** Every rule, in the order in which they are asked. */
export const whyRules: readonly WhyRule[] = [
  serverBoundRule,
  handoverRule,
  queuedRule,
  overlapBothRule,
  loopBusyRule,
  waitingRule,
  computingRule,
  simplestRule,
  plainRule,
];

/** The sentence for a scenario and the rule that wrote it. */
export function explain(story: Story): { rule: string; text: string } {
  const { reference, fastest } = story;
  if (fastest === null)
    return { rule: 'no-numbers', text: 'No arm has numbers that may be shown; the reasons stand below.' };
  if (reference === null) {
    const { reference: key } = story.data.record;
    const name = key === null ? 'the reference' : armName(key);
    return {
      rule: 'no-reference',
      text: `${name} has no numbers that may be shown, so nothing can be held against it.`,
    };
  }
  const measured: MeasuredStory = { ...story, reference, fastest };
  const rule = whyRules.find((candidate) => candidate.applies(measured)) ?? plainRule;
  return { rule: rule.id, text: rule.sentence(measured) + tieSentence(measured) };
}

function tieSentence({ winner, leaders, reference }: MeasuredStory): string {
  if (winner !== null || leaders.length < 2 || leaders.includes(reference)) return '';
  return ` ${listing(leaders.map(({ name }) => name))} cannot be told apart in this run.`;
}

// The sentence of a scenario: told by the first rule that applies to it.

import { armName } from '../../model/arm-key.ts';
import { plainRule } from './rules/plain.ts';
import { whyRules } from './rules/registry.ts';
import type { MeasuredStory, Story } from './story.ts';
import { listing } from './words.ts';

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

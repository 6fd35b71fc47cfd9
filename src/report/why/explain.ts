// The sentence of a scenario: told by the first rule that applies to it, between what the measured work says against the
// file and what is to be said of the leaders.

import { armName } from '../../model/arm-key.ts';
import { isUnmeasurable } from '../arms/unmeasurable.ts';
import { leaderSentence, limitSentence } from './among-leaders.ts';
import { plainRule } from './rules/last-resorts/plain.ts';
import { whyRules } from './rules/registry.ts';
import type { MeasuredStory, Story } from './story.ts';

/** The sentence for a scenario and the rule that wrote it. */
export function explain(story: Story): { rule: string; text: string } {
  const { reference, fastest, work } = story;
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
  if (isUnmeasurable(story.data)) {
    const { droppedRounds, rounds } = story.data;
    const text = `${droppedRounds.size} of ${rounds.size} rounds were disturbed from outside, too many to decide anything.`;
    return { rule: 'disturbed', text };
  }
  const measured: MeasuredStory = { ...story, reference, fastest };
  const rule = whyRules.find((candidate) => candidate.applies(measured)) ?? plainRule;
  const sentences = [
    work?.contradiction ?? '',
    rule.sentence(measured),
    leaderSentence(measured),
    limitSentence(measured),
  ];
  return { rule: rule.id, text: sentences.filter((sentence) => sentence !== '').join(' ') };
}

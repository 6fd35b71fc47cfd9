// Nothing is decidedly faster than the reference.

import { gainWords, mostGainOf } from '../../gain.ts';
import type { WhyRule } from '../../story.ts';
import { ms, percent } from '../../words.ts';

/** Says what was seen and claims no mechanism. */
export const simplestRule: WhyRule = {
  id: 'simplest',
  applies: ({ reference, leaders }) => leaders.includes(reference),
  sentence(story) {
    const { reference, rows, trusted } = story;
    const took = `${reference.name} took ${ms(reference.medianOf('wallMs'))}`;
    const others = trusted.filter((arm) => arm !== reference && !arm.cell.placebo);
    if (others.length === 0) return `${took}; nothing else has numbers to hold against it.`;
    const mostRatio = mostGainOf(others, story);
    if (mostRatio !== null) return `${took}, and no schedule gained more than ${percent(mostRatio)} over it.`;
    const open = others.filter((arm) => !['no gain', 'slower'].includes(rows.get(arm)?.verdict ?? 'undecided'));
    return `${took}; ${open.map((arm) => `${arm.name} ${gainWords(story, arm)}`).join('; ')}.`;
  },
};

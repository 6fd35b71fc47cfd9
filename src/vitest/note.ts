// What is noted at the test of a comparison, for reporters that print annotations: the fastest function against each other.

import { median } from '../stats/quantile.ts';
import { judge, MARGIN_RATIO } from './judge.ts';
import { type GroupRounds, samplesOf } from './measuring/group-rounds.ts';
import { factorLine, ONE_PROCESS, placeboLine } from './words.ts';

/** The note of a group; null where there is nothing to compare. */
export function noteOf(group: GroupRounds): string | null {
  const medians = group.names.map((_, index) => median(samplesOf({ group, index })));
  const fastest = medians.indexOf(Math.min(...medians));
  const own = { group, index: fastest };
  const lines = medians.flatMap((_, index) => {
    if (index === fastest) return [];
    const other = { group, index };
    const judgement = judge(group, fastest, index, MARGIN_RATIO);
    return [`${judgement.word}: ${factorLine(own, other, judgement)}`, placeboLine(own, other, judgement)];
  });
  return lines.length === 0 ? null : [...lines, ONE_PROCESS].join('\n');
}

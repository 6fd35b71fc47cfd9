// What is noted at the test of a comparison, for reporters that print annotations: the fastest function against each other.

import { median } from '../stats/quantile.ts';
import type { GroupRounds } from './group-rounds.ts';
import { judge, MARGIN_RATIO } from './judge.ts';
import { factorLine, ONE_PROCESS, placeboLine } from './words.ts';

/** The note of a group; null where there is nothing to compare. */
export function noteOf(group: GroupRounds): string | null {
  const medians = group.names.map((_, index) => median(group.rounds.map((round) => round[index] as number)));
  const fastest = medians.indexOf(Math.min(...medians));
  const judgements = medians
    .map((_, index) => index)
    .filter((index) => index !== fastest)
    .map((index) => ({ index, judgement: judge(group, fastest, index, MARGIN_RATIO) }));
  const [first] = judgements;
  if (first === undefined) return null;
  const lines = judgements.map(({ index, judgement }) => {
    const line = factorLine({ group, index: fastest }, { group, index }, judgement);
    return `${judgement.word}: ${line}`;
  });
  return [...lines, placeboLine(group, first.judgement), ONE_PROCESS].join('\n');
}

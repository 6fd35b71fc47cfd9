// What is to be said of several leaders: that they are alike, or what was measured between them; and which arm had a
// limit that never acted.

import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import { decisionBetween } from '../judging/judgement.ts';
import { gatheredArm, isShaped, type MeasuredStory, type Story } from './story.ts';
import { factor, listing, percent } from './words.ts';

/** "gather and bounded c4 are alike: …", or what is undecided between them; nothing where the reference leads. */
export function leaderSentence(story: MeasuredStory): string {
  const { leaders, leadersAre, fastest, reference } = story;
  const others = leaders.filter((arm) => arm !== fastest);
  if (others.length === 0 || leaders.includes(reference)) return '';
  const names = listing(others.map(({ name }) => name));
  if (leadersAre === 'alike') {
    return `${names} and ${fastest.name} are alike: within ${percent(EQUIVALENCE_RATIO)} of it.${orderSentence(story)}`;
  }
  const measured = others.map((other) => {
    const decision = decisionBetween(fastest, other, story);
    return decision === undefined ? `nothing over ${other.name}` : `${factor(decision.interval)} over ${other.name}`;
  });
  const all = listing([fastest, ...others].map(({ name }) => name));
  return `Between ${all} this run is undecided: ${fastest.name} measured ${listing(measured)}.${orderSentence(story)}`;
}

/** The arm without a limit that an arm is, where its limit could never act; null where it is an arm of its own. */
export function unlimitedTwin(arm: Arm, story: Story): Arm | null {
  const { concurrency } = arm;
  const isLimited = isShaped(arm, { waits: 'bounded' }) || isShaped(arm, { waits: 'batches' });
  if (!isLimited || concurrency === null || concurrency < arm.cell.taskCount) return null;
  const gather = gatheredArm(story);
  return gather !== null && isShaped(arm, { waitsOn: 'loop', computesOn: 'loop' }) ? gather : null;
}

/** "bounded c10 never met its limit: …" for every such arm. */
export function limitSentence(story: MeasuredStory): string {
  const sentences = story.trusted.flatMap((arm) => {
    const twin = unlimitedTwin(arm, story);
    if (twin === null) return [];
    return [`${arm.name} never met its limit: with ${countOf(arm)} it starts all at once, as ${twin.name} does.`];
  });
  return sentences.join(' ');
}

function countOf({ cell }: Arm): string {
  return cell.taskCount === 1 ? 'one task' : `${cell.taskCount} tasks`;
}

// Ratios are taken round by round, and two medians may then stand the other way round.
function orderSentence({ leaders, rows, fastest }: MeasuredStory): string {
  const ratioOf = (arm: Arm) => rows.get(arm)?.interval.ratio ?? 0;
  const other = leaders.some((arm) => ratioOf(arm) > ratioOf(fastest));
  return other ? ' Factors are taken round by round, so their order may differ from that of the medians.' : '';
}

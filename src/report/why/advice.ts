// Which strategy to reach for, in a few words: what was decided, or what was measured and a command that would decide it.

import { isSameArm } from '../../model/arm-key.ts';
import type { Row } from '../../model/report/report.ts';
import { complexityOf } from '../../model/shape.ts';
import type { Arm } from '../arms/arm.ts';
import { isUnmeasurable } from '../arms/unmeasurable.ts';
import { decisionBetween } from '../judging/judgement.ts';
import { unlimitedTwin } from './among-leaders.ts';
import { mostGainOf } from './gain.ts';
import type { MeasuredStory, Story } from './story.ts';
import { toDecide } from './to-decide.ts';
import { factor, listing, ms, ordinal, percent } from './words.ts';

/** A few words for the summary table; the rows tell what a start-up costs. */
export function adviceFor(story: Story, rows: readonly Row[]): string {
  const { data, reference, fastest, winner, leaders, trusted } = story;
  if (reference === null || fastest === null) {
    return trusted.length === 0 ? 'no advice: no arm has numbers' : 'no advice: the reference has no numbers';
  }
  if (isUnmeasurable(data)) return 'no advice: too many disturbed rounds';
  if (trusted.every(({ cell }) => isSameArm(cell.key, reference.cell.key))) return 'no advice: nothing to compare with';
  const measured: MeasuredStory = { ...story, reference, fastest };
  const missing = missingClause(measured);
  if (winner === reference) return `${reference.name}: it is the fastest${missing}`;
  if (winner !== null) return winner.name + startupClause(winner, rows) + missing;
  return (leaders.includes(reference) ? besideReference(measured) : amongLeaders(measured, rows)) + missing;
}

// The reference is recommended where every gain is ruled out, and never for want of evidence.
function besideReference(story: MeasuredStory): string {
  const { reference, rows, trusted, boundBy, data } = story;
  const others = trusted.filter((arm) => !isSameArm(arm.cell.key, reference.cell.key));
  const mostRatio = mostGainOf(others, story);
  if (mostRatio !== null) {
    const server = boundBy === 'server CPU' ? ', and change the server' : '';
    return `stay with ${reference.name}${server}: no schedule gains more than ${percent(mostRatio)}`;
  }
  const open = others.filter((arm) => !['no gain', 'slower'].includes(rows.get(arm)?.verdict ?? 'undecided'));
  const leading = open.filter((arm) => story.leaders.includes(arm));
  const [first = reference] = (leading.length > 0 ? leading : open).sort(
    (a, b) => ratioOf(b, story) - ratioOf(a, story),
  );
  const decision = rows.get(first);
  if (decision === undefined) return `undecided: ${first.name} never ran in a round of ${reference.name}`;
  return `undecided: ${first.name} measured ${factor(decision.interval)}; ${toDecide([reference, first], [decision], data)}`;
}

// Of ways that are as fast the simplest is named first; what only differs by a limit that never acted is no other way.
function amongLeaders(story: MeasuredStory, shown: readonly Row[]): string {
  const { leaders, leadersAre, data } = story;
  const ways = bySimplicity(leaders.filter((arm) => !isTwinOfLeader(arm, story)));
  const [simplest = story.fastest] = ways;
  const others = leaders.filter((arm) => arm !== simplest);
  const startup = startupClause(simplest, shown);
  if (leadersAre === 'alike' || ways.length === 1) {
    const alike = ways.length === 1 ? 'the same here' : 'as fast';
    return `${simplest.name}${startup}; ${listing(others.map(({ name }) => name))} ${others.length === 1 ? 'is' : 'are'} ${alike}`;
  }
  const decisions = ways.flatMap((arm) => decisionBetween(story.fastest, arm, story) ?? []);
  const command = decisions.length === 0 ? '' : `; ${toDecide(ways, decisions, data)}`;
  return `${listing(
    ways.toSorted((a, b) => ratioOf(b, story) - ratioOf(a, story)).map((arm) => measured(arm, story)),
    'or',
  )}, undecided between them${command}`;
}

function isTwinOfLeader(arm: Arm, story: MeasuredStory): boolean {
  const twin = unlimitedTwin(arm, story);
  return twin !== null && story.leaders.includes(twin);
}

function measured(arm: Arm, { rows }: MeasuredStory): string {
  const decision = rows.get(arm);
  return decision === undefined ? arm.name : `${arm.name} ${factor(decision.interval)}`;
}

function ratioOf(arm: Arm, { rows }: MeasuredStory): number {
  return rows.get(arm)?.interval.ratio ?? 0;
}

/** ", which pays from the 13th batch on (133 ms to start)" where one batch does not earn the start-up back. */
function startupClause({ cell }: Arm, rows: readonly Row[]): string {
  const row = rows.find(({ key, placebo }) => !placebo && isSameArm(key, cell.key));
  const { breakEvenBatchCount = null, startupMs = null } = row ?? {};
  if (breakEvenBatchCount === null || startupMs === null || breakEvenBatchCount < 2) return '';
  return `, which pays from the ${ordinal(breakEvenBatchCount)} batch on (${ms(startupMs)} to start)`;
}

// A winner among the arms that are left must not look like a winner among all.
function missingClause({ data, trusted }: MeasuredStory): string {
  const missing = data.arms.filter(
    (arm) => !arm.cell.placebo && arm.cell.status.state !== 'skipped' && !trusted.includes(arm),
  );
  if (missing.length === 0) return '';
  return `, but ${missing.length} ${missing.length === 1 ? 'arm has' : 'arms have'} no numbers`;
}

/** Arms in the order in which to reach for them where they are as fast; one that this version does not know comes last. */
export function bySimplicity(arms: readonly Arm[]): Arm[] {
  return arms.toSorted((a, b) => complexity(a) - complexity(b));
}

function complexity({ shape }: Arm): number {
  return shape === null ? Number.MAX_SAFE_INTEGER : complexityOf(shape);
}

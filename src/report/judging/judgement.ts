// The one judgement of a scenario: verdicts, leaders and winner are decided here, once, and everything that is told of
// them (rows, advice, sentence, summary) reads this object. Two families at 99 % each: every arm against the reference,
// and the arm with the lowest median against every other arm. The two share what they share: the reference is met once.

import type { LeadersAre, RatioInterval } from '../../model/report/report.ts';
import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { isUnmeasurable } from '../arms/unmeasurable.ts';
import { type Decision, judgeFamily, type Pairing } from './family.ts';
import { type Comparisons, leadersAmong } from './leaders.ts';

/** Everything that is decided about one scenario. */
export interface Judgement extends Comparisons {
  /** The arms in front, by their medians. */
  readonly leaders: readonly Arm[];
  readonly leadersAre: LeadersAre;
  /** The leader with the lowest median; null when no arm has numbers. */
  readonly fastest: Arm | null;
  /** The only leader, where it is decided against the reference or is the reference; null otherwise. */
  readonly winner: Arm | null;
}

/** Judges the arms whose numbers may be shown. */
export function judgeScenario(data: ScenarioData, trusted: readonly Arm[]): Judgement {
  const reference = data.reference !== null && trusted.includes(data.reference) ? data.reference : null;
  const candidates = trusted
    .filter(({ cell }) => !cell.placebo)
    .sort((a, b) => a.medianOf('wallMs') - b.medianOf('wallMs'));
  const [head = null] = candidates;
  // The placebo is no question that anybody asks, and stands alone.
  const placebos = trusted.filter(({ cell }) => cell.placebo);
  const against = (other: Arm) => (arm: Arm) => ({ arm, other });
  const families: Pairing[][] =
    reference === null
      ? []
      : [candidates, placebos].map((arms) => arms.filter((arm) => arm !== reference).map(against(reference)));
  const rivals =
    head === null || head === reference ? [] : candidates.filter((arm) => arm !== head && arm !== reference);
  const judge = isUnmeasurable(data) ? judgeNothing : judgeFamily;
  const comparisons: Comparisons = {
    reference,
    head,
    rows: new Map(families.flatMap((family) => decided(family, judge, ({ arm }) => arm))),
    contest: new Map(
      head === null
        ? []
        : decided(
            rivals.map((other) => ({ arm: head, other })),
            judge,
            ({ other }) => other,
          ),
    ),
  };
  const leaders = leadersAmong(candidates, comparisons);
  const [fastest = null] = leaders;
  return {
    ...comparisons,
    leaders,
    leadersAre: relationOf(leaders, comparisons),
    fastest,
    winner: reference !== null && candidates.length > 1 && leaders.length === 1 ? fastest : null,
  };
}

/** The leaders' common factor over the reference; null where it is one of them, or one was never held against it. */
export function leadersSpeedup({ leaders, rows }: Judgement): RatioInterval | null {
  const intervals = leaders.map((arm) => rows.get(arm)?.interval);
  const known = intervals.filter((interval) => interval !== undefined);
  if (known.length === 0 || known.length < intervals.length) return null;
  const middle = known.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / known.length;
  return {
    ratio: known.length === 1 && known[0] ? known[0].ratio : Math.exp(middle),
    low: Math.min(...known.map(({ low }) => low)),
    high: Math.max(...known.map(({ high }) => high)),
  };
}

/** What was decided of the fastest leader against another: above 1 it is faster. Undefined where the two never met. */
export function decisionBetween(fastest: Arm, other: Arm, comparisons: Comparisons): Decision | undefined {
  const { reference, rows, head, contest } = comparisons;
  if (other === reference) return rows.get(fastest);
  if (fastest === reference) return flipped(rows.get(other));
  return fastest === head ? contest.get(other) : undefined;
}

function relationOf(leaders: readonly Arm[], comparisons: Comparisons): LeadersAre {
  const [fastest, ...others] = leaders;
  if (fastest === undefined) return 'none';
  if (others.length === 0) return 'one';
  return others.every((other) => isAlike(decisionBetween(fastest, other, comparisons))) ? 'alike' : 'undecided';
}

function isAlike(decision: Decision | undefined): boolean {
  if (decision?.verdict !== 'no gain') return false;
  const { low, high } = decision.interval;
  return low >= 1 / (1 + EQUIVALENCE_RATIO) && high <= 1 + EQUIVALENCE_RATIO;
}

function decided(
  family: readonly Pairing[],
  judge: typeof judgeFamily,
  subject: (pairing: Pairing) => Arm,
): [Arm, Decision][] {
  const decisions = judge(family);
  return family.flatMap((pairing, index): [Arm, Decision][] => {
    const decision = decisions[index];
    return decision ? [[subject(pairing), decision]] : [];
  });
}

// What is left after too many disturbances is no sample of anything: figures are shown, and decide nothing.
function judgeNothing(family: readonly Pairing[]): (Decision | null)[] {
  return judgeFamily(family).map((decision) => decision && { ...decision, verdict: 'undecided' });
}

function flipped(decision: Decision | undefined): Decision | undefined {
  if (decision === undefined) return undefined;
  const { ratio, low, high } = decision.interval;
  return { ...decision, interval: { ratio: 1 / ratio, low: 1 / high, high: 1 / low } };
}

// How often each rule calls two arms different, over trials drawn from sessions: with no slowdown every call is a false
// alarm, with one every call of "slower" is a find. All rules see the same trials.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { median } from '../../src/stats/quantile.ts';
import { RULES } from '../rules/registry.ts';
import type { Call, Rule, Trial } from '../rules/rule.ts';
import { drawTrial, type Session } from './session.ts';

/** What one rule did. */
export interface RuleRate {
  readonly ruleId: string;
  readonly standsFor: string;
  /** Trials it could decide; 0 when the session was too short for it. */
  readonly trialCount: number;
  /** Share of trials in which it called `b` different, either way, 0..1. */
  readonly calledRatio: number;
  /** Share of trials in which it called `b` slower, 0..1. */
  readonly slowerRatio: number;
  /** Median rounds of the trials that it called slower; null when there were none. */
  readonly medianRoundCount: number | null;
}

/** What to run. */
export interface RatePlan {
  readonly trialCount: number;
  readonly slowdownRatio: number;
  readonly seed: number;
  /** Gives the session of a trial; the same one again, or a fresh one each time. */
  session(random: () => number): Session;
}

const MOST_ROUNDS = 600;

/** Rates of all rules over the same trials, in the order of the registry. */
export function ruleRates(plan: RatePlan): RuleRate[] {
  const random = seededRandom(plan.seed);
  const calls = RULES.map((): Call[] => []);
  for (let index = 0; index < plan.trialCount; index++) {
    const trial = drawTrial(plan.session(random), { ...plan, roundCount: MOST_ROUNDS }, random);
    RULES.forEach((rule, position) => {
      if (canDecide(rule, trial)) calls[position]?.push(rule.decide(trial, random));
    });
  }
  return RULES.map((rule, position) => summary(rule, calls[position] ?? []));
}

function canDecide({ needs }: Rule, { blocked, rounds }: Trial): boolean {
  return blocked.b.length >= needs.blockedCount && rounds.length >= needs.roundCount;
}

function summary(rule: Rule, calls: readonly Call[]): RuleRate {
  const slower = calls.filter((call) => call.called === 'slower');
  const share = (count: number): number => (calls.length === 0 ? Number.NaN : count / calls.length);
  return {
    ruleId: rule.id,
    standsFor: rule.standsFor,
    trialCount: calls.length,
    calledRatio: share(calls.filter((call) => call.called !== null).length),
    slowerRatio: share(slower.length),
    medianRoundCount: slower.length === 0 ? null : median(slower.map((call) => call.roundCount)),
  };
}

// What is usually done, on the same pairs: base's samples first and head's after them, from processes of their own. More
// kind than most, which have all samples of a side from one process.

import { seededRandom } from '../../../src/model/seeded-random.ts';
import { mean } from '../../../src/stats/moments.ts';
import { asv } from '../../rules/asv.ts';
import { mannWhitney } from '../../rules/mann-whitney.ts';
import { meanTenPercent } from '../../rules/mean-ten-percent.ts';
import { callOf, type Rule } from '../../rules/rule.ts';
import { welchBlocked } from '../../rules/welch.ts';
import type { BankCell, BankPair } from './bank.ts';

const flatQuarter: Rule = {
  id: 'mean ±25 %, n=20',
  standsFor: 'a flat threshold, blocked',
  needs: { blockedCount: 20, roundCount: 0 },
  decide({ blocked }) {
    const change = mean(blocked.b.slice(0, 20)) / mean(blocked.a.slice(0, 20));
    return callOf(change, change > 1.25 || change < 1 / 1.25, 20);
  },
};

/** In the order in which tables list them. */
export const USUAL_RULES: readonly Rule[] = [
  meanTenPercent,
  welchBlocked,
  mannWhitney(10),
  mannWhitney(20),
  asv,
  flatQuarter,
];

/** Samples of one comparison, base's before head's. */
export interface Blocks {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** `count` samples of base from pair `from` on, and as many of head from the pairs after those; null where they run out. */
export function blocksFrom(pairs: readonly BankPair[], from: number, count: number): Blocks | null {
  const a: number[] = [];
  const b: number[] = [];
  for (const { baseMs, headMs } of pairs.slice(from)) {
    if (a.length < count) a.push(...baseMs);
    else if (b.length < count) b.push(...headMs);
    else break;
  }
  return b.length < count ? null : { a: a.slice(0, count), b: b.slice(0, count) };
}

/** What one rule did, 0..1. */
export interface UsualRate {
  readonly ruleId: string;
  readonly standsFor: string;
  readonly trialCount: number;
  /** Called slower, and called changed either way, though nothing changed. */
  readonly slowerRatio: number;
  readonly alarmedRatio: number;
  /** Share called slower, for each slow-down asked for. */
  readonly foundRatios: readonly number[];
}

/** Every rule on comparisons that begin at each pair of each cell. */
export function usualRates(cells: readonly BankCell[], slowedRatios: readonly number[], seed: number): UsualRate[] {
  const random = seededRandom(seed);
  return USUAL_RULES.map((rule) => {
    const trials = cells.flatMap(({ pairs }) =>
      pairs.flatMap((_, from) => blocksFrom(pairs, from, rule.needs.blockedCount) ?? []),
    );
    const called = (slowedRatio: number) =>
      trials.map(({ a, b }) => {
        const slower = b.map((ms) => ms * (1 + slowedRatio));
        return rule.decide({ blocked: { a, b: slower }, rounds: [] }, random).called;
      });
    const shareOf = (calls: readonly unknown[]) => calls.filter(Boolean).length / trials.length;
    return {
      ruleId: rule.id,
      standsFor: rule.standsFor,
      trialCount: trials.length,
      slowerRatio: shareOf(called(0).map((call) => call === 'slower')),
      alarmedRatio: shareOf(called(0)),
      foundRatios: slowedRatios.map((ratio) => shareOf(called(ratio).map((call) => call === 'slower'))),
    };
  });
}

// Comparisons drawn from a bank: the gate's own rule on pairs drawn without replacement, and the rules that people use on the
// same samples as they take them, all of base before all of head.

import type { GatePair } from '../../src/model/gate-document.ts';
import { shuffled } from '../../src/model/seeded-random.ts';
import {
  type CellEvidence,
  decideCells,
  evidenceOf,
  type PairEffect,
  pairEffect,
} from '../../src/stats/decisions/two-stage.ts';
import type { Rule } from '../rules/rule.ts';
import type { Banked } from './bank.ts';
import { MARGIN_RATIO } from './cells.ts';

/** How one comparison of one cell went. */
export interface GateTrial {
  readonly evidence: CellEvidence;
  /** Pairs that it took. */
  readonly pairCount: number;
  /** The pair with which it was named much slower; null where it never was. */
  readonly namedAtPair: number | null;
}

/** The gate's procedure on pairs of the bank, head taking `factor` times as long as it did. */
export function gateTrial(pairs: readonly PairEffect[], factor: number, random: () => number): GateTrial {
  const drawn = shuffled(pairs, random);
  // Which of the two was head is a name: a coin gives it, so that nothing of this bank's processes favours one.
  const sign = () => (random() < 0.5 ? 1 : -1);
  const effects: PairEffect[] = [];
  let namedAtPair: number | null = null;
  for (let evidence = evidenceOf(effects, MARGIN_RATIO); ; evidence = evidenceOf(effects, MARGIN_RATIO)) {
    if (evidence.named && namedAtPair === null) namedAtPair = effects.length;
    const { needs } = evidence;
    const pair = drawn[effects.length];
    if (needs === null || pair === undefined) return { evidence, pairCount: effects.length, namedAtPair };
    effects.push({ ...pair, stage: needs, logRatio: sign() * pair.logRatio + Math.log(factor) });
  }
}

/** The verdicts of a family of cells that are judged together. */
export function verdictsOf(trials: readonly GateTrial[]): readonly string[] {
  return decideCells(
    trials.map(({ evidence }) => evidence),
    MARGIN_RATIO,
  ).map(({ verdict }) => verdict);
}

/** The effects of a bank's pairs, from so many of their rounds. */
export function effectsOf({ pairs }: Banked, roundsRatio = 1): PairEffect[] {
  return pairs.map(({ stage, baseMs, headMs }) => {
    const count = Math.max(1, Math.round(baseMs.length * roundsRatio));
    return pairEffect({ stage, baseMs: baseMs.slice(0, count), headMs: headMs.slice(0, count) });
  });
}

/** What a rule says of base's samples from some pairs of the bank and head's from the pairs after them; null where there are too few. */
export function blockedCall(rule: Rule, pairs: readonly GatePair[], factor: number, random: () => number) {
  const from = Math.floor(random() * pairs.length);
  const base: number[] = [];
  const head: number[] = [];
  for (const pair of [...pairs.slice(from), ...pairs.slice(0, from)]) {
    if (base.length < rule.needs.blockedCount) base.push(...pair.baseMs);
    else if (head.length < rule.needs.blockedCount) head.push(...pair.headMs.map((ms) => ms * factor));
  }
  if (head.length < rule.needs.blockedCount) return null;
  return rule.decide({ blocked: { a: base, b: head }, rounds: [] }, random).called;
}

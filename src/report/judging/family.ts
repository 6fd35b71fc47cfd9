// Several comparisons in one scenario are one family: with eight arms, one "1 %" finding in twelve runs is chance. Each
// is decided by an interval at the level that the family needs, and what is decided leaves it, so that the others are
// held to less: Holm's procedure (Scand. J. Statist. 6, 1979) told by intervals instead of probabilities. The interval
// that decided is the one that is shown.

import type { RatioInterval } from '../../model/report/report.ts';
import {
  DECISION_ALPHA,
  type DecidedWord,
  decideAt,
  EQUIVALENCE_RATIO,
  probabilityOf,
} from '../../stats/decisions/verdict.ts';
import type { KnownVariance } from '../../stats/paired/epoch-interval.ts';
import { logRatiosOf, type Pair, type PairedEffect, pairedEffect } from '../../stats/paired/paired-effect.ts';
import { roundNoise } from '../../stats/paired/round-noise.ts';
import type { Arm } from '../arms/arm.ts';
import { makespanPairs } from '../arms/pairs.ts';

/** One arm held against another. */
export interface Pairing {
  readonly arm: Arm;
  readonly other: Arm;
}

/** What is decided of a pairing. */
export interface Decision {
  readonly verdict: DecidedWord['verdict'];
  /** Time of the other over that of the arm, from rounds in which both ran; at the level that decided, or failed to. */
  readonly interval: RatioInterval;
  /** Confidence of the interval, 0..1. */
  readonly levelRatio: number;
  /** Chance of such evidence from equal arms, 0..1; for scripts. */
  readonly probability: number;
}

/** For each comparison of a family what is decided of it; null where the two never ran in the same round. */
export function judgeFamily(comparisons: readonly Pairing[]): (Decision | null)[] {
  const pairs = comparisons.map(({ arm, other }) => makespanPairs(other, arm));
  const logRatios = pairs.map(logRatiosOf);
  const evidence = pairs.map((one, index) => evidenceOf(one, roundNoise(logRatios.toSpliced(index, 1))));
  const decisions = new Map<Evidence, Decision>();
  let open = evidence.filter((one) => one !== null);
  for (;;) {
    const levelRatio = 1 - DECISION_ALPHA / open.length;
    for (const one of open) decisions.set(one, decide(one, levelRatio));
    const left = open.filter((one) => !isDifference(decisions.get(one)));
    if (left.length === open.length || left.length === 0) break;
    open = left;
  }
  return evidence.map((one) => (one === null ? null : (decisions.get(one) ?? null)));
}

// Only finds leave: were ties to leave as well, identical arms would be looked at with ever less care.
function isDifference(decision: Decision | undefined): boolean {
  return decision?.verdict === 'faster' || decision?.verdict === 'slower';
}

interface Evidence {
  readonly effect: PairedEffect;
  readonly probability: number;
}

function evidenceOf(pairs: readonly Pair[], elsewhere: KnownVariance | null): Evidence | null {
  if (pairs.length === 0) return null;
  const effect = pairedEffect(pairs, { elsewhere });
  return { effect, probability: probabilityOf(effect) };
}

function decide({ effect, probability }: Evidence, levelRatio: number): Decision {
  const { verdict, decidingInterval, decidingConfidence } = decideAt(effect, levelRatio, JUDGING);
  return { verdict, interval: decidingInterval, levelRatio: decidingConfidence, probability };
}

const JUDGING = { equivalenceRatio: EQUIVALENCE_RATIO };

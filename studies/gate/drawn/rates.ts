// How often comparisons drawn from pairs say what: one cell alone, and twelve cells that one gate compares.

import { seededRandom } from '../../../src/model/seeded-random.ts';
import { compareDrawn, type DrawnPair, type DrawOrder, drawPairs, MOST_PAIRS, verdictsOf } from './draw.ts';

/** Each cell's pairs. */
export type Pairs = readonly (readonly DrawnPair[])[];

/** How to draw. */
export interface Drawing {
  readonly order: DrawOrder;
  /** What head is slower by, 0..1. */
  readonly slowedRatio: number;
  /** Comparisons of each cell. */
  readonly trialCount: number;
  readonly seed: number;
  readonly marginRatio: number;
}

/** Shares of comparisons, 0..1. */
export interface Rates {
  readonly trialCount: number;
  readonly regressedRatio: number;
  readonly improvedRatio: number;
  readonly withinRatio: number;
  readonly meanPairCount: number;
  readonly namedRatio: number;
  /** After how many pairs, of those that were named, in ascending order. */
  readonly namedAfterCounts: readonly number[];
}

/** Each cell compared alone, again and again. */
export function ratesAlone(cells: Pairs, drawing: Drawing): Rates {
  const { order, slowedRatio, trialCount, seed, marginRatio } = drawing;
  const random = seededRandom(seed);
  const counts = { regressed: 0, improved: 0, 'within margin': 0, inconclusive: 0 };
  const namedAfterCounts: number[] = [];
  let pairCount = 0;
  for (const cell of cells) {
    for (let trial = 0; trial < trialCount; trial++) {
      const drawn = compareDrawn(drawPairs(cell, { order, shift: Math.log1p(slowedRatio) }, random), marginRatio);
      const [verdict = 'inconclusive'] = verdictsOf([drawn], marginRatio);
      counts[verdict] += 1;
      pairCount += drawn.pairCount;
      if (drawn.namedAfterCount !== null) namedAfterCounts.push(drawn.namedAfterCount);
    }
  }
  const total = cells.length * trialCount;
  return {
    trialCount: total,
    regressedRatio: counts.regressed / total,
    improvedRatio: counts.improved / total,
    withinRatio: counts['within margin'] / total,
    meanPairCount: pairCount / total,
    namedRatio: namedAfterCounts.length / total,
    namedAfterCounts: namedAfterCounts.sort((one, other) => one - other),
  };
}

/** Shares of gates, 0..1. */
export interface FamilyRates {
  /** Gates that call some cell slower, or changed either way, that is not. */
  readonly slowerRatio: number;
  readonly alarmedRatio: number;
  /** Cells that are slower and called so. */
  readonly foundRatio: number;
}

/** Gates of `cellCount` cells, the first of which is slower by `slowedRatio`; which kind of cell it is goes round. */
export function ratesTogether(cells: Pairs, cellCount: number, drawing: Drawing): FamilyRates {
  const { order, slowedRatio, trialCount, seed, marginRatio } = drawing;
  const random = seededRandom(seed);
  let [slower, alarmed, found] = [0, 0, 0];
  for (let trial = 0; trial < trialCount; trial++) {
    const drawn = Array.from({ length: cellCount }, (_, place) => {
      const shift = place === 0 ? Math.log1p(slowedRatio) : 0;
      const pairs = cells[(trial + place) % cells.length] as readonly DrawnPair[];
      return compareDrawn(drawPairs(pairs, { order, shift }, random), marginRatio);
    });
    const [first, ...others] = verdictsOf(drawn, marginRatio);
    const clean = slowedRatio === 0 ? [first, ...others] : others;
    if (clean.includes('regressed')) slower += 1;
    if (clean.some((verdict) => verdict === 'regressed' || verdict === 'improved')) alarmed += 1;
    if (first === 'regressed') found += 1;
  }
  return { slowerRatio: slower / trialCount, alarmedRatio: alarmed / trialCount, foundRatio: found / trialCount };
}

/** Comparisons that share no pair with another, of pairs as they were measured and called: how many, and how many alarms. */
export function disjointAlarms(cells: Pairs, marginRatio: number): { trialCount: number; alarmCount: number } {
  let [trialCount, alarmCount] = [0, 0];
  for (const cell of cells) {
    for (let from = 0; from + MOST_PAIRS <= cell.length; ) {
      const drawn = compareDrawn(cell.slice(from, from + MOST_PAIRS), marginRatio);
      const [verdict] = verdictsOf([drawn], marginRatio);
      trialCount += 1;
      if (verdict === 'regressed' || verdict === 'improved') alarmCount += 1;
      from += drawn.pairCount;
    }
  }
  return { trialCount, alarmCount };
}

const BLOCK_COUNT = 10;

/**
 * What the true rate may well be (95 %, one-sided), from how it moves when a tenth of the time that was measured in is left
 * out (jackknife, Efron & Stein, Ann. Stat. 9, 1981). Says 0 more than the rate where no tenth matters.
 */
export function limitLeavingOut(cells: Pairs, rateOf: (cells: Pairs) => number): number {
  const rates = Array.from({ length: BLOCK_COUNT }, (_, block) =>
    rateOf(cells.map((cell) => cell.filter((__, index) => Math.floor((index * BLOCK_COUNT) / cell.length) !== block))),
  );
  const centre = rates.reduce((sum, rate) => sum + rate, 0) / BLOCK_COUNT;
  const squares = rates.reduce((sum, rate) => sum + (rate - centre) ** 2, 0);
  return rateOf(cells) + 1.645 * Math.sqrt(((BLOCK_COUNT - 1) / BLOCK_COUNT) * squares);
}

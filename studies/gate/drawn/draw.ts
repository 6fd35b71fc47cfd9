// Comparisons drawn from pairs that were measured: as many, and in the stages, as the gate would have asked for. Both
// sides ran the same code and a coin decided who was first, so which of them is called head is a coin here, too.

import { shuffled } from '../../../src/model/seeded-random.ts';
import {
  type CellDecision,
  type CellEvidence,
  CONFIRM_PAIR_COUNT,
  decideCells,
  evidenceOf,
  type PairEffect,
  SCREEN_PAIR_COUNT,
} from '../../../src/stats/decisions/two-stage.ts';

/** The most pairs that one comparison needs. */
export const MOST_PAIRS = SCREEN_PAIR_COUNT + CONFIRM_PAIR_COUNT;

/** What one cell's comparison came to. */
export interface DrawnCell {
  readonly evidence: CellEvidence;
  /** Pairs it took. */
  readonly pairCount: number;
  /** Pairs after which it was named; null where it never was. */
  readonly namedAfterCount: number | null;
}

/** One pair, whichever stage it is for. */
export type DrawnPair = Omit<PairEffect, 'stage'>;

/** Goes through pairs until the gate needs no more of them. */
export function compareDrawn(drawn: readonly DrawnPair[], marginRatio: number): DrawnCell {
  const pairs: PairEffect[] = [];
  let namedAfterCount: number | null = null;
  let evidence = evidenceOf(pairs, marginRatio);
  for (const pair of drawn) {
    if (evidence.needs === null) break;
    pairs.push({ ...pair, stage: evidence.needs });
    evidence = evidenceOf(pairs, marginRatio);
    if (evidence.named) namedAfterCount ??= pairs.length;
  }
  return { evidence, pairCount: pairs.length, namedAfterCount };
}

/** Pairs in an order: 'shuffled' takes each alone, 'in a row' keeps who was measured after whom. */
export type DrawOrder = 'shuffled' | 'in a row';

/** Pairs for one comparison, each taken once; `shift` is what head is slower by, in log units. */
export function drawPairs(
  pairs: readonly DrawnPair[],
  { order, shift }: { readonly order: DrawOrder; readonly shift: number },
  random: () => number,
): DrawnPair[] {
  return orderOf(pairs, order, random)
    .slice(0, MOST_PAIRS)
    .map(({ logRatio, noiseVariance }) => ({
      logRatio: (random() < 0.5 ? logRatio : -logRatio) + shift,
      noiseVariance,
    }));
}

function orderOf(pairs: readonly DrawnPair[], order: DrawOrder, random: () => number): DrawnPair[] {
  if (order === 'shuffled') return shuffled(pairs, random);
  const from = Math.floor(random() * pairs.length);
  return [...pairs.slice(from), ...pairs.slice(0, from)];
}

/** The verdicts of cells that one gate compares. */
export function verdictsOf(cells: readonly DrawnCell[], marginRatio: number): CellDecision['verdict'][] {
  return decideCells(
    cells.map(({ evidence }) => evidence),
    marginRatio,
  ).map(({ verdict }) => verdict);
}

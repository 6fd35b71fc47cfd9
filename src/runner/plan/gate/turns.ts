// How many rounds a pair of processes gets, and who goes first in each: a coin decides, so that being first or second is
// worth nothing in the long run.

import { shuffled } from '../../../model/seeded-random.ts';
import { CONFIRM_PAIR_COUNT, SCREEN_PAIR_COUNT } from '../../../stats/decisions/two-stage.ts';

/** Pairs of processes that each cell gets in either stage, as a document records them. */
export const PAIR_COUNTS = { screenPairCount: SCREEN_PAIR_COUNT, confirmPairCount: CONFIRM_PAIR_COUNT };

/** Time for which each arm of a pair is warmed up: both versions get the same, and what is left cold is so in both. */
export const WARMUP_MS = 120;
/** Time for the rounds of one cell's pair: half of it would need more than twice the pairs for the same certainty (study `gate`). */
const ROUNDS_MS = 600;
/** Where as many take longer than twice that, there are fewer. */
const FEWEST_ROUNDS = 3;
const MOST_ROUNDS = 40;

/** Rounds for a pair whose batches take this long, at least one. */
export function roundCountOf(baseMs: number, headMs: number): number {
  const roundMs = baseMs + headMs;
  const fewest = FEWEST_ROUNDS * roundMs > 2 * ROUNDS_MS ? 1 : FEWEST_ROUNDS;
  return Math.min(MOST_ROUNDS, Math.max(fewest, Math.round(ROUNDS_MS / roundMs)));
}

/** The two places of a cell's arms, in the order that a coin gives. */
export function coinOrder(cell: number, random: () => number): readonly [number, number] {
  return random() < 0.5 ? [2 * cell, 2 * cell + 1] : [2 * cell + 1, 2 * cell];
}

/**
 * The order of one round for the cells (from 0) that still have rounds; the places of cell n are 2n and 2n + 1. The two
 * versions of a cell follow each other at once, so that a slow moment of the machine meets both.
 */
export function roundOrder(cells: readonly number[], random: () => number): number[] {
  return shuffled(cells, random).flatMap((cell) => coinOrder(cell, random));
}

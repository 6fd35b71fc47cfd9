// The order of arms in every round, drawn before the run from the printed seed. Random order makes the sign of each
// paired difference a fair coin when two arms are the same; balance makes sure that each arm stands equally often in
// each slot, since a fixed slot is worth a percent or two by itself.

import { seededRandom, shuffled } from '../../model/seeded-random.ts';

/**
 * Returns one order for each round: `order[slot]` is an arm index. Every `armCount` consecutive rounds form a randomised
 * Latin square, so within each such block an arm stands exactly once in each slot.
 */
export function planRounds(armCount: number, roundCount: number, seed: number): number[][] {
  const random = seededRandom(seed);
  const rounds: number[][] = [];
  while (rounds.length < roundCount) rounds.push(...latinSquare(armCount, random));
  return rounds.slice(0, roundCount);
}

/** Rotations of one shuffled row, in shuffled order. */
function latinSquare(armCount: number, random: () => number): number[][] {
  const arms = Array.from({ length: armCount }, (_, index) => index);
  const row = shuffled(arms, random);
  return shuffled(arms, random).map((shift) => row.map((_, slot) => row[(slot + shift) % armCount] as number));
}

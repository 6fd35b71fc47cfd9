// The order of arms in every round, drawn from the printed seed. Random order makes the sign of each
// paired difference a fair coin when two arms are the same; balance makes sure that each arm stands equally often in
// each slot, since a fixed slot is worth a percent or two by itself.

import { seededRandom, shuffled } from '../../../model/seeded-random.ts';

/** Orders for the rounds of one epoch, drawn as they are needed. */
export class RoundOrders {
  readonly #random: () => number;
  /** Rows of the square under way, for each set of arms that took part so far. */
  readonly #squares = new Map<string, number[][]>();

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /**
   * The next order for these arms: `order[slot]` is one of them. As many consecutive rounds of the same arms as there are
   * arms form a randomised Latin square: within each such block an arm stands exactly once in each slot.
   */
  next(arms: readonly number[]): readonly number[] {
    const key = arms.join();
    const rows = this.#squares.get(key) ?? [];
    if (rows.length === 0) rows.push(...latinSquare(arms, this.#random));
    this.#squares.set(key, rows);
    return rows.shift() ?? [];
  }
}

/** Rotations of one shuffled row, in shuffled order. */
function latinSquare(arms: readonly number[], random: () => number): number[][] {
  const row = shuffled(arms, random);
  return shuffled([...row.keys()], random).map((shift) =>
    row.map((_, slot) => row[(slot + shift) % row.length] as number),
  );
}

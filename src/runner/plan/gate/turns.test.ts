import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../model/seeded-random.ts';
import { coinOrder, PAIR_COUNTS, roundCountOf, roundOrder } from './turns.ts';

describe('the rounds of a pair', () => {
  it.each([
    [1, 1, 40],
    [7.5, 7.5, 40],
    [10, 10, 30],
    [20, 40, 10],
    [100, 50, 4],
    [200, 190, 3],
    [200, 200, 3],
    [201, 200, 1],
    [400, 400, 1],
    [60_000, 1, 1],
    [0, 0, 40],
  ])('of batches of %d and %d ms are %d', (baseMs, headMs, count) => {
    expect(roundCountOf(baseMs, headMs)).toBe(count);
  });
});

describe('who goes first', () => {
  it('is what the coin says', () => {
    expect(coinOrder(3, () => 0.49)).toEqual([6, 7]);
    expect(coinOrder(3, () => 0.5)).toEqual([7, 6]);
  });

  it('is either version about as often, in every cell and whatever the place of the cell', () => {
    const random = seededRandom(4);
    const firsts = [0, 0, 0];
    for (let round = 0; round < 1_000; round++) {
      const order = roundOrder([0, 1, 2], random);
      for (const cell of [0, 1, 2]) {
        if (order.indexOf(2 * cell) < order.indexOf(2 * cell + 1)) firsts[cell] = (firsts[cell] ?? 0) + 1;
      }
    }
    for (const count of firsts) {
      expect(count).toBeGreaterThan(440);
      expect(count).toBeLessThan(560);
    }
  });

  it('is never told by who went first before', () => {
    const random = seededRandom(5);
    const coins = Array.from({ length: 1_000 }, () => coinOrder(0, random)[0]);
    const changes = coins.filter((coin, index) => index > 0 && coin !== coins[index - 1]);
    expect(changes.length).toBeGreaterThan(440);
    expect(changes.length).toBeLessThan(560);
  });
});

describe('the order of a round', () => {
  it('has both versions of a cell one after the other, and each place once', () => {
    const random = seededRandom(1);
    const orders = Array.from({ length: 50 }, () => roundOrder([0, 2, 5], random));
    for (const order of orders) {
      expect(order.toSorted((one, other) => one - other)).toEqual([0, 1, 4, 5, 10, 11]);
      for (const at of [0, 2, 4]) expect((order[at] ?? 0) >> 1).toBe((order[at + 1] ?? 0) >> 1);
    }
    // All six orders of the cells.
    expect(new Set(orders.map((order) => [0, 2, 4].map((at) => (order[at] ?? 0) >> 1).join())).size).toBe(6);
  });

  it('is that of the seed', () => {
    expect(roundOrder([0, 1, 2, 3], seededRandom(8))).toEqual(roundOrder([0, 1, 2, 3], seededRandom(8)));
  });
});

it('the document records how many pairs each stage has', () => {
  expect(PAIR_COUNTS).toEqual({ screenPairCount: 8, confirmPairCount: 15 });
});

import { describe, expect, it } from 'vitest';
import { RoundOrders } from './round-orders.ts';

const FIVE = [0, 1, 2, 3, 4];
function ordersOf(arms: readonly number[], count: number, seed: number): (readonly number[])[] {
  const orders = new RoundOrders(seed);
  return Array.from({ length: count }, () => orders.next(arms));
}

describe('the orders', () => {
  it('have every arm exactly once in every round', () => {
    for (const order of ordersOf(FIVE, 23, 1)) expect([...order].sort()).toEqual(FIVE);
    for (const order of ordersOf([1, 4], 9, 1)) expect([...order].sort()).toEqual([1, 4]);
    expect(ordersOf([], 2, 1)).toEqual([[], []]);
  });

  it('put every arm into every slot equally often', () => {
    const rounds = ordersOf([0, 1, 2, 3, 4, 5], 60, 42);
    for (let arm = 0; arm < 6; arm++) {
      for (let slot = 0; slot < 6; slot++) expect(rounds.filter((order) => order[slot] === arm)).toHaveLength(10);
    }
  });

  it('are as balanced among those who take part when others do so now and then', () => {
    const orders = new RoundOrders(5);
    const few = Array.from({ length: 36 }, (_, round) => orders.next(round % 4 === 0 ? FIVE : [1, 3, 4])).filter(
      (order) => order.length === 3,
    );
    for (const arm of [1, 3, 4]) {
      for (const slot of [0, 1, 2]) expect(few.filter((order) => order[slot] === arm)).toHaveLength(9);
    }
  });

  it('are decided by the seed alone', () => {
    expect(ordersOf(FIVE, 20, 7)).toEqual(ordersOf(FIVE, 20, 7));
    expect(ordersOf(FIVE, 20, 7)).not.toEqual(ordersOf(FIVE, 20, 8));
  });
});

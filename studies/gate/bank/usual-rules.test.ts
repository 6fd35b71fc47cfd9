import { expect, it } from 'vitest';
import type { BankPair } from './bank.ts';
import { blocksFrom, usualRates } from './usual-rules.ts';

const COST = { startMs: 0, warmMs: 0, roundsMs: 0 };
const pairOf = (baseMs: number[], headMs: number[]): BankPair => ({ baseMs, headMs, foreignCores: null, cost: COST });

it('takes base’s samples from the first pairs and head’s from those after them', () => {
  const pairs = [
    pairOf([1, 2], [91, 92]),
    pairOf([3, 4], [93, 94]),
    pairOf([81, 82], [5, 6]),
    pairOf([83, 84], [7, 8]),
  ];
  expect(blocksFrom(pairs, 0, 3)).toEqual({ a: [1, 2, 3], b: [5, 6, 7] });
  expect(blocksFrom(pairs, 1, 4)).toBeNull();
});

it('shows a rule that calls drift a slow-down, and one that does not', () => {
  // Each pair of processes is 2 % slower than the one before: nobody’s doing, and no side’s.
  const pairs = Array.from({ length: 30 }, (_, index) => {
    const times = Array.from({ length: 10 }, (__, round) => 10 * 1.02 ** index * (1 + round / 1_000));
    return pairOf(times, times);
  });
  const rates = usualRates([{ name: 'drifting', pairs }], [0.25], 1);
  const rateOf = (standsFor: string) => rates.find((rate) => rate.standsFor.startsWith(standsFor));
  expect(rateOf('benchstat')).toMatchObject({ slowerRatio: 1, alarmedRatio: 1 });
  expect(rateOf('a flat threshold')).toMatchObject({ slowerRatio: 0, foundRatios: [1] });
});

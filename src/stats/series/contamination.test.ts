import { describe, expect, it } from 'vitest';
import { BURST_RATIO, burstRounds, MOST_DROPPED_RATIO } from './contamination.ts';

const loads = (...foreignCores: (number | null)[]) =>
  foreignCores.map((cores, index) => ({ round: index + 10, foreignCores: cores }));
const quiet = (count: number, cores = 0.1) => new Array<number>(count).fill(cores);
const roundsOf = (...words: Parameters<typeof burstRounds>) => [...burstRounds(...words).keys()];

describe('a burst', () => {
  it('is told with what others used in it and usually', () => {
    expect([...burstRounds(loads(...quiet(4), 1.23, ...quiet(4)), 2)]).toEqual([
      [14, 'others used 1.2 of 2 cores, 0.1 in most rounds'],
    ]);
  });

  it('exceeds the typical round by more than a quarter of the cores, however many they are', () => {
    for (const coreCount of [1, 2, 64]) {
      const limit = 0.1 + BURST_RATIO * coreCount;
      expect(roundsOf(loads(...quiet(9), limit), coreCount)).toEqual([]);
      expect(roundsOf(loads(...quiet(9), limit * 1.01), coreCount)).toEqual([19]);
    }
  });

  it('is one beside a neighbour who stays, whose own rounds are none', () => {
    expect(roundsOf(loads(...quiet(9, 0.9)), 2)).toEqual([]);
    expect(roundsOf(loads(...quiet(8, 0.9), 1.35), 2)).toEqual([]);
    expect(roundsOf(loads(...quiet(8, 0.9), 1.45), 2)).toEqual([18]);
    expect(roundsOf(loads(0, ...quiet(8, 0.9)), 2)).toEqual([]);
  });

  it('touches at most a fifth of the rounds: more is a neighbour, and nothing is dropped', () => {
    expect(MOST_DROPPED_RATIO).toBe(0.2);
    expect(roundsOf(loads(...quiet(8), 1, 1), 2)).toEqual([18, 19]);
    expect(roundsOf(loads(...quiet(7), 1, 1, 1), 2)).toEqual([]);
    expect(roundsOf(loads(1, ...quiet(4)), 2)).toEqual([10]);
    expect(roundsOf(loads(1, ...quiet(3)), 2)).toEqual([]);
  });

  it('is looked for only where the system tells', () => {
    expect(roundsOf([], 2)).toEqual([]);
    expect(roundsOf(loads(null, null), 2)).toEqual([]);
    expect(roundsOf(loads(null, ...quiet(8), 1), 2)).toEqual([19]);
    expect(roundsOf(loads(null, null, null, 0, 1), 2)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Sample } from '../../model/document.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import { isSettled } from './settled.ts';

function arm(typicalMs: number, seed: number, roundCount = 60): Sample[] {
  const random = seededRandom(seed);
  return Array.from({ length: roundCount }, (_, round) => ({
    epoch: round % 3,
    round,
    wallMs: typicalMs * (0.95 + 0.1 * random()),
  })) as unknown as Sample[];
}

describe('a scenario', () => {
  it('is settled when every arm differs clearly', () => {
    expect(isSettled([arm(100, 1), arm(10, 2), arm(30, 3)])).toBe(true);
  });

  it('is not settled by a tie with the reference, however many rounds', () => {
    expect(isSettled([arm(100, 1, 300), arm(10, 2, 300), arm(100, 3, 300)])).toBe(false);
  });

  it('is not settled while the two fastest are alike', () => {
    expect(isSettled([arm(100, 1), arm(10, 2), arm(10, 3)])).toBe(false);
  });

  it('is not settled by too few rounds for a test that may be watched', () => {
    expect(isSettled([arm(100, 1, 11), arm(10, 2, 11)])).toBe(false);
  });

  it('is not settled with nothing to compare', () => {
    expect(isSettled([])).toBe(false);
    expect(isSettled([arm(100, 1)])).toBe(false);
    expect(isSettled([arm(100, 1), []])).toBe(false);
    expect(isSettled([[], arm(100, 1)])).toBe(false);
  });

  it('is settled by arms that are the same to within five percent, over epochs enough to tell', () => {
    const near = (seed: number, epochCount: number) =>
      arm(100, seed, 200).map((sample, round) => ({ ...sample, epoch: round % epochCount, wallMs: 99 + (round % 3) }));
    expect(isSettled([near(1, 6), near(2, 6)])).toBe(true);
    expect(isSettled([near(1, 3), near(2, 3)])).toBe(false);
  });

  it('is judged by the rounds that both arms have', () => {
    expect(isSettled([arm(100, 1), arm(10, 2, 20)])).toBe(true);
    expect(isSettled([arm(100, 1), arm(10, 2, 11)])).toBe(false);
  });

  it('is not judged by contaminated rounds', () => {
    const contaminated = arm(100, 1).map((sample) => ({ ...sample, contaminated: 'a neighbour' }));
    expect(isSettled([contaminated, arm(10, 2)])).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isWarmedOn, type WarmupWish } from './pilot.ts';

/** Batches of a warm-up whose every batch of every arm takes `batchMs`. */
function batchesOf(wish: WarmupWish, batchMs: number): number {
  let batchCount = 0;
  const soFar = () => ({ batchCount, elapsedMs: batchCount * batchMs, lastMs: batchCount === 0 ? 0 : batchMs });
  while (batchCount < 100 && isWarmedOn(soFar(), wish)) batchCount += 1;
  return batchCount;
}

const pilot: WarmupWish = { foundCount: null, leastCount: 2, shareMs: 5_000 };

describe('the pilot', () => {
  it('goes on for a fifth of its epoch, the next batch included', () => {
    expect(batchesOf(pilot, 150)).toBe(6);
  });

  it('goes on for two seconds at most', () => {
    expect(batchesOf({ ...pilot, shareMs: 60_000 }, 400)).toBe(4);
  });

  it('goes on for twelve batches at most', () => {
    expect(batchesOf(pilot, 1)).toBe(12);
  });

  it('is never shorter than asked for, however slow the batches and small the share', () => {
    expect(batchesOf(pilot, 60_000)).toBe(2);
    expect(batchesOf({ ...pilot, shareMs: -100 }, 1)).toBe(2);
    expect(batchesOf({ ...pilot, leastCount: 20 }, 1)).toBe(20);
  });
});

describe('a later warm-up', () => {
  it('repeats the number that the pilot found', () => {
    expect(batchesOf({ ...pilot, foundCount: 7 }, 1)).toBe(7);
    expect(batchesOf({ ...pilot, foundCount: 0 }, 1)).toBe(0);
  });
});

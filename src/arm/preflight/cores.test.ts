import { describe, expect, it } from 'vitest';
import { filledIn, probedCounts } from './cores.ts';

describe('the counts of threads that are probed', () => {
  it('are all of a small machine, and few of a large one', () => {
    expect(probedCounts(1)).toEqual([1]);
    expect(probedCounts(4)).toEqual([1, 2, 3, 4]);
    expect(probedCounts(12)).toEqual([1, 2, 3, 4, 8, 12]);
    expect(probedCounts(128)).toEqual([1, 2, 3, 4, 8, 16, 32, 64, 128]);
  });

  it('stand for those between them, so that place k - 1 is always k threads', () => {
    expect(filledIn([1, 2, 3, 4, 8, 10], [1, 2, 3, 4, 6, 7], 10)).toEqual([1, 2, 3, 4, 4.5, 5, 5.5, 6, 6.5, 7]);
    expect(filledIn([1], [1], 1)).toEqual([1]);
  });
});

import { describe, expect, it } from 'vitest';
import { RequestTally } from './request-tally.ts';

describe('a tally of requests', () => {
  it('counts those of all threads that share it, however they end, and bounds nothing by itself', () => {
    const tally = new RequestTally();
    const inWorker = new RequestTally(tally.shared);
    for (let time = 0; time < 1_000; time++) inWorker.began();
    tally.began();
    tally.ended();
    expect(tally.askedCount).toBe(1_001);
    expect(tally.allows(1e9)).toBe(true);
  });

  it('refuses what goes beyond the number, and takes more once it may', () => {
    const tally = new RequestTally();
    const inWorker = new RequestTally(tally.shared);
    tally.bound({ mostCount: 2, mostAtOnce: 9 });
    tally.began();
    expect([inWorker.allows(1), inWorker.allows(2)]).toEqual([true, false]);
    inWorker.began();
    expect(() => tally.began()).toThrow(
      expect.objectContaining({ code: 'REQUEST_BOUND', hint: expect.stringContaining('--max-requests') }),
    );
    expect(tally.askedCount).toBe(2);
    tally.bound({ mostCount: 1, mostAtOnce: 9 });
    tally.began();
    tally.bound(null);
    for (let time = 0; time < 50; time++) tally.began();
    expect(tally.askedCount).toBe(53);
  });

  it('sets shares apart for processes, and takes back what they leave', () => {
    const tally = new RequestTally();
    expect(tally.setApart(0.5)).toBeNull();
    tally.told(7, null);
    tally.bound({ mostCount: 9, mostAtOnce: 5 });
    const first = tally.setApart(1 / 2);
    const second = tally.setApart(1);
    expect([first, second]).toEqual([
      { mostCount: 4, mostAtOnce: 2 },
      { mostCount: 5, mostAtOnce: 5 },
    ]);
    expect(tally.allows(1)).toBe(false);
    tally.told(3, first);
    expect([tally.allows(1), tally.allows(2)]).toEqual([true, false]);
    tally.told(5, second);
    expect([tally.allows(1), tally.allows(2), tally.askedCount]).toEqual([true, false, 15]);
  });

  it('refuses what goes beyond so many at once, and counts what has ended no more', () => {
    const tally = new RequestTally();
    tally.bound({ mostCount: 100, mostAtOnce: 2 });
    tally.began();
    tally.began();
    expect(() => tally.began()).toThrow('at most 2 requests under way at once');
    tally.ended();
    tally.began();
    expect(tally.askedCount).toBe(3);
  });
});

// What is read off made facts, each at the border where it changes.

import { describe, expect, it } from 'vitest';
import { facts, request } from '../testing/made-facts.ts';
import { heldUp } from './held-up.ts';
import { leftBehind, madeAfter } from './left-behind.ts';
import { overlappingCount } from './overlapping-count.ts';
import { refusedAgain, soonerThanAsked } from './refusals.ts';
import { filledShare, mostAtOnce } from './slots.ts';

const spans = (...all: readonly (readonly [number, number | null])[]) => all.map(([from, to]) => request(from, to));

describe('overlapping requests', () => {
  it('are those that were under way beside another', () => {
    expect(overlappingCount(spans([0, 3], [2, 5], [6, 8]))).toBe(2);
    expect(overlappingCount(spans([0, 3], [4, 5]))).toBe(0);
    expect(overlappingCount(spans([0, 10], [1, 2], [3, 4]))).toBe(3);
    expect(overlappingCount(spans([0, 5], [1, null]))).toBe(2);
    expect(overlappingCount(spans([0, 1], [2, null]))).toBe(0);
  });
});

describe('places', () => {
  it('are counted at their fullest', () => {
    expect(mostAtOnce([])).toBe(0);
    expect(mostAtOnce(spans([0, 1], [2, 3]))).toBe(1);
    expect(mostAtOnce(spans([0, 5], [1, 3], [2, 4], [6, 7]))).toBe(3);
    expect(mostAtOnce([request(0, null), request(1, null)])).toBe(2);
  });

  it('are full where each is given away when it is free', () => {
    // Two places: 0 and 1 begin, one ends, the next begins at once.
    expect(filledShare(spans([0, 2], [1, 4], [3, 6], [5, 7]), 2)).toBe(1);
  });

  it('stand empty where the last of a batch is waited for', () => {
    expect(filledShare(spans([0, 2], [1, 3], [4, 6], [5, 7]), 2)).toBe(0.75);
    const batchesOfFour = spans([0, 4], [1, 5], [2, 6], [3, 7], [8, 12], [9, 13], [10, 14], [11, 15]);
    expect(filledShare(batchesOfFour, 4)).toBe(0.625);
  });

  it('count no more than there are, and nothing once all has begun', () => {
    expect(filledShare(spans([0, 3], [1, 4], [2, 6], [5, 7]), 2)).toBe(1);
    expect(filledShare(spans([0, 2], [1, 3]), 2)).toBe(null);
    expect(filledShare([], 2)).toBe(null);
  });
});

describe('what is left behind', () => {
  const ended = facts({ settledAt: 5, requests: [request(0, 3), request(1, 8), request(2, null), request(6, 7)] });

  it('is what goes on after the end, and what is begun then', () => {
    expect(leftBehind(ended).map(({ asked }) => asked)).toEqual([1, 2, 6]);
    expect(madeAfter(ended).map(({ asked }) => asked)).toEqual([6]);
  });

  it('is nothing that was given up', () => {
    const requests = [request(1, 8, { givenUp: true }), request(2, null, { givenUp: true })];
    expect(leftBehind(facts({ settledAt: 5, requests }))).toEqual([]);
  });
});

describe('an answer is held up', () => {
  const answer = (sentMs: number, seenMs: number) => [request(0, 1, { receivedMs: 0, sentMs, seenMs })];
  const computing = [{ fromMs: 10, toMs: 20 }];

  it('when it is there while the loop computes, and seen after that', () => {
    expect(heldUp(answer(9, 21), computing)).toHaveLength(1);
    expect(heldUp(answer(14, 20), computing)).toHaveLength(1);
  });

  it('not when it is seen before, or sent when the computing was as good as over', () => {
    expect(heldUp(answer(5, 10), computing)).toEqual([]);
    expect(heldUp(answer(16, 21), computing)).toEqual([]);
    expect(heldUp(answer(21, 22), computing)).toEqual([]);
    expect(heldUp([request(0, null)], computing)).toEqual([]);
  });
});

describe('after a refusal', () => {
  const refused = (asked: number, sentMs: number) =>
    request(asked, asked + 1, { path: '/a', status: 429, retryAfterMs: 1_000, receivedMs: sentMs, sentMs });
  const retry = (asked: number, receivedMs: number, path = '/a') => request(asked, asked + 1, { path, receivedMs });

  it('a page may not be asked for before its time', () => {
    expect(soonerThanAsked([refused(0, 50), retry(2, 900)])).toHaveLength(1);
    expect(soonerThanAsked([refused(0, 50), retry(2, 1_045)])).toEqual([]);
    expect(soonerThanAsked([refused(0, 50), retry(2, 900, '/b')])).toEqual([]);
    expect(soonerThanAsked([{ ...retry(0, 50), sentMs: 100 }, retry(2, 60)])).toEqual([]);
  });

  it('it counts whether it is refused again', () => {
    expect(refusedAgain([refused(0, 0), retry(2, 2_000)])).toEqual([]);
    expect(refusedAgain([refused(0, 0), refused(2, 2_000), refused(4, 4_000)])).toHaveLength(2);
    expect(refusedAgain([refused(0, 0), { ...refused(2, 2_000), path: '/b' }])).toEqual([]);
  });
});

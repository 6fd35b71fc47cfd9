// Where values lie on an axis, and what it is read by.

import { describe, expect, it } from 'vitest';
import { linearScale, logScale, place, tickText } from './scale.ts';

describe('a linear scale', () => {
  it('goes from nothing to the largest, and keeps what is beyond at its ends', () => {
    const { at, ticks } = linearScale([3, 20]);
    expect([0, 5, 20, 30, -1, Number.NaN].map(at)).toEqual([0, 25, 100, 100, 0, 0]);
    expect(ticks).toEqual([0, 5, 10, 15, 20]);
  });

  it('is one of something where there is nothing', () => {
    expect(linearScale([]).at(0.5)).toBe(50);
    expect(linearScale([0, Infinity]).at(0.25)).toBe(25);
  });
});

describe('a logarithmic scale', () => {
  it('has equal ratios at equal distances', () => {
    const { at } = logScale([0.5, 1, 64]);
    const step = at(2) - at(1);
    for (const value of [0.5, 2, 8, 32]) expect(at(value * 2) - at(value)).toBeCloseTo(step, 9);
    expect(at(0.5)).toBeGreaterThan(0);
    expect(at(64)).toBeLessThan(100);
    expect([at(0), at(Infinity)]).toEqual([0, 100]);
  });

  it.each([
    [
      [1, 20],
      [1, 2, 5, 10, 20],
    ],
    [
      [0.4, 900],
      [1, 10, 100, 1000],
    ],
    [
      [0.5, 60],
      [1, 3, 10, 30],
    ],
    [
      [0.95, 1.12],
      [0.95, 1, 1.05, 1.1],
    ],
    [
      [1, 1e9],
      [1, 1e3, 1e6, 1e9],
    ],
    [[], [0.99, 1, 1.01, 1.02]],
  ])('of %j is read by %j', (values, ticks) => {
    const scale = logScale(values);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.ticks.length).toBeLessThanOrEqual(6);
  });
});

it('writes ticks with the digits they need, and places as SVG has them', () => {
  expect([0.5, 1, 1.05, 2_000, 12_345_678].map(tickText)).toEqual(['0.5', '1', '1.05', '2000', '1e7']);
  expect([0, 33.3333, 100].map(place)).toEqual(['0%', '33.33%', '100%']);
});

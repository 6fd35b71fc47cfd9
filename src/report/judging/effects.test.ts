// What an interval says of its run: worked out by hand.

import { expect, test } from 'vitest';
import { epochsFactor, mostGainRatio, smallestEffectRatio } from './effects.ts';

const interval = (ratio: number, width: number) => ({ ratio, low: ratio / width, high: ratio * width });

test('the smallest effect is a little more than the half-width, and nothing above tenfold', () => {
  expect(smallestEffectRatio(interval(1.5, 1.2))).toBeCloseTo(1.2 ** 1.327, 9);
  expect(smallestEffectRatio(interval(1.5, 1))).toBe(1);
  expect(smallestEffectRatio(interval(1.5, 5.6))).toBeCloseTo(9.84, 2);
  expect(smallestEffectRatio(interval(1.5, 6))).toBeNull();
  expect(smallestEffectRatio({ ratio: 1, low: 0, high: Infinity })).toBeNull();
});

test('twice as narrow takes four times as many epochs', () => {
  const factor = epochsFactor(interval(1.5, 1.5));
  expect(factor).toBeCloseTo(1.327 ** 2, 9);
  expect(epochsFactor(interval(1.5, 1.5 ** 2))).toBeCloseTo(4 * factor, 9);
  expect(epochsFactor(interval(3, 1.01))).toBe(1);
});

test('near one the way to "no gain" is the shorter one', () => {
  const wanted = Math.log(1.05) - Math.log(1.01);
  expect(epochsFactor(interval(1.01, 1.1))).toBeCloseTo(((1.327 * Math.log(1.1)) / wanted) ** 2, 6);
  expect(epochsFactor(interval(0.9, 1.3))).toBeCloseTo(((1.327 * Math.log(1.3)) / Math.log(1.05 / 0.9)) ** 2, 6);
});

test('one round tells nothing of how many it takes', () => {
  expect(epochsFactor({ ratio: 2, low: 0, high: Infinity })).toBe(Infinity);
});

test('the most gain is the upper end in whole percent, five at least and ten at most', () => {
  expect(mostGainRatio({ ratio: 1, low: 0.9, high: 1.01 })).toBe(0.05);
  expect(mostGainRatio({ ratio: 1, low: 0.9, high: 1.0701 })).toBe(0.08);
  expect(mostGainRatio({ ratio: 1, low: 0.9, high: 1.1 })).toBe(0.1);
  expect(mostGainRatio({ ratio: 1, low: 0.9, high: 1.101 })).toBeNull();
  expect(mostGainRatio({ ratio: 1.051, low: 0.9, high: 1.06 })).toBeNull();
});

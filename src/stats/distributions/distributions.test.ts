// Reference values: closed forms where they exist, else the printed tables of Abramowitz & Stegun (26.2, 26.10) at
// the precision that SciPy's norm and t agree with.

import { expect, test } from 'vitest';
import { incompleteBeta, logGamma } from './incomplete-beta.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { tCdf, tQuantile, tTwoSided } from './t-distribution.ts';

const near = (actual: number, expected: number, relative = 1e-10) =>
  expect(Math.abs(actual / expected - 1), `${actual} is not ${expected}`).toBeLessThan(relative);

test('normal distribution: centre and far tail', () => {
  expect(normalCdf(0)).toBe(0.5);
  near(normalCdf(1.96), 0.9750021048517795);
  near(normalCdf(-5), 2.866515718791939e-7);
  near(normalCdf(-10), 7.619853024160527e-24);
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
});

test('normal quantile inverts it', () => {
  near(normalQuantile(0.975), 1.959963984540054);
  near(normalQuantile(0.995), 2.5758293035489004);
  for (const p of [1e-12, 1e-4, 0.02, 0.3, 0.5, 0.77, 0.999]) near(normalCdf(normalQuantile(p)), p);
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(() => normalQuantile(2)).toThrow(RangeError);
});

test('t distribution: closed forms for one and two degrees of freedom', () => {
  for (const t of [-30, -2, -0.3, 0.01, 1, 12]) {
    near(tCdf(t, 1), 0.5 + Math.atan(t) / Math.PI, 1e-9);
    near(tCdf(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)), 1e-9);
  }
  near(tQuantile(0.995, 1), Math.tan(Math.PI * 0.495), 1e-9);
});

test('t distribution: table values', () => {
  near(tQuantile(0.975, 4), 2.7764451051977987, 1e-9);
  near(tQuantile(0.975, 10), 2.228138852, 1e-8);
  near(tQuantile(0.995, 30), 2.749995654, 1e-8);
  near(tQuantile(0.025, 1e9), -1.959963984540054, 1e-8);
  near(tTwoSided(2.7764451051977987, 4), 0.05, 1e-9);
  expect(() => tQuantile(0.9, 0)).toThrow(RangeError);
});

test('incomplete beta: powers and symmetry', () => {
  near(incompleteBeta(0.3, 4, 1), 0.3 ** 4);
  near(incompleteBeta(0.3, 1, 4), 1 - 0.7 ** 4);
  near(incompleteBeta(0.4, 2.5, 7) + incompleteBeta(0.6, 7, 2.5), 1);
  near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
  near(logGamma(11), Math.log(3_628_800));
});

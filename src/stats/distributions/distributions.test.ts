// Reference values: closed forms where they exist, else the printed tables of Abramowitz & Stegun (26.2, 26.10) at
// the precision that SciPy's norm and t agree with.

import { expect, test } from 'vitest';
import { incompleteBeta, logGamma } from './incomplete-beta.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
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

test('normal distribution: SciPy around the seam at 3 and far out, where it is 0 and 1', () => {
  near(normalCdf(-3.0001), 0.0013494549132607172);
  near(normalCdf(-3), 0.0013498980316300933);
  near(normalCdf(-2.9999), 0.001350341282954925);
  near(normalCdf(-1), 0.15865525393145707);
  near(normalCdf(0.5), 0.6914624612740131);
  near(normalCdf(3.5), 0.9997673709209645);
  near(normalCdf(5), 0.9999997133484281, 1e-15);
  expect(normalCdf(-50)).toBe(0);
  expect(normalCdf(50)).toBe(1);
  expect(normalCdf(Number.NaN)).toBeNaN();
  near(normalDensity(0), 1 / Math.sqrt(2 * Math.PI), 1e-15);
  near(normalDensity(-2), normalDensity(2), 1e-15);
  near(normalDensity(1), 0.24197072451914337);
});

test('normal quantile: SciPy from the centre to the last digits, and nothing outside 0..1', () => {
  near(normalQuantile(1e-300), -37.0470962993612);
  near(normalQuantile(1e-20), -9.262340089798409);
  near(normalQuantile(0.001), -3.090232306167813);
  near(normalQuantile(0.25), -0.6744897501960817);
  near(normalQuantile(0.6), 0.2533471031357997);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(1)).toBe(Infinity);
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(`lies in 0..1, got ${p}`);
});

test('t distribution: SciPy on both sides of the centre, for degrees that are no whole numbers', () => {
  near(tCdf(-12, 3), 0.0006225079003946681);
  near(tCdf(-2.5, 3.7), 0.03591101145591339);
  near(tCdf(-0.2, 8), 0.4232354957005187);
  near(tCdf(0.2, 8), 0.5767645042994813);
  near(tCdf(2.5, 29.3), 0.9908695771454189);
  near(tCdf(1.5, 5e5), 0.9331924830321281, 1e-8);
  expect(tCdf(0, 5)).toBe(0.5);
  expect(tCdf(Number.NaN, 5)).toBeNaN();
  expect(tCdf(Number.NaN, 1e9)).toBeNaN();
  expect(tCdf(1.5, 1e9)).toBe(normalCdf(1.5));
  near(tQuantile(1e-6, 2.5), -220.17342917823686, 1e-9);
  near(tQuantile(0.0005, 7), -5.407882520861726, 1e-9);
  near(tQuantile(0.3, 4), -0.5686490630497053, 1e-9);
  near(tQuantile(0.9995, 11), 4.436979338234516, 1e-9);
  near(tQuantile(0.6, 3), 0.2766706623326898, 1e-9);
  expect(tQuantile(0.5, 3)).toBe(0);
  expect(tQuantile(0, 3)).toBe(-Infinity);
  expect(tQuantile(1, 3)).toBe(Infinity);
  for (const df of [0, -1, Number.NaN]) expect(() => tQuantile(0.9, df)).toThrow(`must be positive, got ${df}`);
  expect(tTwoSided(0, 4)).toBe(1);
  expect(tTwoSided(-2, 4)).toBe(tTwoSided(2, 4));
});

test('incomplete beta and log-gamma: SciPy', () => {
  const betas: [number, number, number, number][] = [
    [0.01, 0.5, 0.5, 0.06376856085851985],
    [0.2, 0.5, 3, 0.733430296619931],
    [0.5, 2, 2, 0.5],
    [0.9, 12, 0.5, 0.11552285426683222],
    [0.35, 30, 40, 0.08982094608980004],
    [0.999, 5, 0.5, 0.9222819921009667],
    [0.7, 150, 60, 0.3173547771445806],
    [-1, 2, 3, 0],
    [2, 2, 3, 1],
  ];
  for (const [x, a, b, expected] of betas) {
    expect(Math.abs(incompleteBeta(x, a, b) - expected), `${x}, ${a}, ${b}`).toBeLessThan(1e-11);
  }
  const logGammas: [number, number][] = [
    [0.1, 2.252712651734206],
    [0.3, 1.0957979948180756],
    [0.75, 0.20328095143129538],
    [1.5, -0.12078223763524526],
    [25.5, 56.38916764371994],
    [200, 857.9336698258575],
  ];
  for (const [x, expected] of logGammas) near(logGamma(x), expected, 1e-12);
});

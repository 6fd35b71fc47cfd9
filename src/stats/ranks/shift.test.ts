// Critical values of U as printed in Mann & Whitney's tables (two-sided), by exact enumeration.

import { Sample, shift } from 'pragmastat';
import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { mannWhitneyCritical, shiftOfSorted } from './shift.ts';

test('critical values of the printed table (the largest U that still rejects), plus one', () => {
  const table: [number, number, number, number][] = [
    [5, 5, 0.025, 2],
    [8, 8, 0.025, 13],
    [10, 10, 0.025, 23],
    [20, 20, 0.025, 127],
    [5, 5, 0.005, 0],
    [20, 20, 0.005, 105],
    [4, 9, 0.025, 4],
  ];
  for (const [m, n, tail, largest] of table) expect(mannWhitneyCritical(m, n, tail), `${m}, ${n}`).toBe(largest + 1);
  expect(mannWhitneyCritical(3, 3, 0.025)).toBe(0);
});

test('the shift is the median difference, as pragmastat has it', () => {
  const random = seededRandom(8);
  for (const [m, n] of [
    [1, 1],
    [4, 7],
    [30, 31],
    [100, 80],
  ] as const) {
    const base = Float64Array.from({ length: m }, random).sort();
    const head = Float64Array.from({ length: n }, () => random() + 0.3).sort();
    const expected = shift(Sample.of(Array.from(head)), Sample.of(Array.from(base))).value;
    expect(shiftOfSorted(base, head, 0.95).centre).toBeCloseTo(expected, 9);
  }
});

test('its bounds are the differences that listing all of them finds', () => {
  const random = seededRandom(9);
  for (let run = 0; run < 5; run++) {
    const base = Float64Array.from({ length: 12 }, random).sort();
    const head = Float64Array.from({ length: 12 }, () => random() + 0.1).sort();
    const { low, high } = shiftOfSorted(base, head, 0.95);
    const all = Array.from(base)
      .flatMap((b) => Array.from(head, (h) => h - b))
      .sort((a, b) => a - b);
    expect(low).toBeCloseTo(all[37] as number, 12); // U = 37 rejects for 12 and 12
    expect(high).toBeCloseTo(all[144 - 1 - 37] as number, 12);
  }
});

test('three a side cannot reach 95 %: the interval is infinite', () => {
  expect(shiftOfSorted(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6), 0.95)).toEqual({
    centre: 3,
    low: -Infinity,
    high: Infinity,
  });
});

test('rare cases by exact counting: two single values, every tail, the seam to the normal approximation', () => {
  expect(mannWhitneyCritical(1, 1, 0.5)).toBe(1);
  expect(mannWhitneyCritical(3, 4, 1)).toBe(13);
  expect(mannWhitneyCritical(30, 30, 0.025)).toBe(318); // the approximation gives 317
  expect(mannWhitneyCritical(31, 5, 0.025)).toBe(35);
  expect(mannWhitneyCritical(5, 31, 0.025)).toBe(35);
  expect(mannWhitneyCritical(40, 40, 0.025)).toBe(596); // counting gives 597
  expect(mannWhitneyCritical(1, 31, 0.025)).toBe(0);
});

test('beyond thirty values on either side the approximation is used', () => {
  // 40 · 8 / 2 - 2.5758 sqrt(40 · 8 · 49 / 12) + ½ is 67.4; counting gives 69.
  expect(mannWhitneyCritical(40, 8, 0.005)).toBe(67);
  expect(mannWhitneyCritical(8, 40, 0.005)).toBe(67);
});

test('negative and large values: the search ends, at the differences that listing finds', () => {
  for (const offset of [-1e6, 0, 1e6]) {
    const base = Float64Array.of(-9, -7, -4, -3, -1);
    const head = Float64Array.of(-2, 1, 5, 6, 8, 11).map((value) => value + offset);
    const all = Array.from(base)
      .flatMap((b) => Array.from(head, (h) => h - b))
      .sort((a, b) => a - b);
    expect(shiftOfSorted(base, head, 0.95)).toEqual({
      centre: ((all[14] as number) + (all[15] as number)) / 2,
      low: all[3], // U = 3 rejects for 5 and 6
      high: all[26],
    });
  }
});

test('a side without values is refused', () => {
  const empty = new Float64Array();
  expect(() => shiftOfSorted(empty, Float64Array.of(1), 0.95)).toThrow('values on both sides, got none');
  expect(() => shiftOfSorted(Float64Array.of(1), empty, 0.95)).toThrow('values on both sides, got none');
});

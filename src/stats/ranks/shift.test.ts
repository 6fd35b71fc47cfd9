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

import { expect, test } from 'vitest';
import { holm } from './holm.ts';

test("R: p.adjust(c(.01, .04, .03, .005), 'holm') is .03 .06 .06 .02", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06, 0.02]);
});

test('never beyond 1, never below its own, one alone stays as it is', () => {
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
  expect(holm([0.02])).toEqual([0.02]);
  expect(holm([])).toEqual([]);
});

test('refuses what is not a probability', () => {
  for (const p of [Number.NaN, 1.2, -0.1]) expect(() => holm([0.1, p])).toThrow(`lies in 0..1, got ${p}`);
  expect(holm([0, 1])).toEqual([0, 1]);
});

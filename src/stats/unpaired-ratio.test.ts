import { expect, test } from 'vitest';
import { shiftOfSorted } from './ranks/shift.ts';
import { unpairedRatio } from './unpaired-ratio.ts';

/** Epochs of samples: each list the makespans of one epoch, in milliseconds. */
const samples = (...epochs: readonly (readonly number[])[]) =>
  epochs.flatMap((times, epoch) => times.map((wallMs) => ({ epoch, wallMs })));

const epochsAt = (sampleCount: number, ...logs: readonly number[]) =>
  samples(...logs.map((log) => new Array<number>(sampleCount).fill(Math.exp(log))));

test('head over base: 1.5 is half as long again', () => {
  const { ratio, low, high } = unpairedRatio(
    samples([20, 21, 22], [19, 20, 21]),
    samples([30, 31, 33], [28, 30, 32]),
    0.95,
  );
  expect(ratio).toBeCloseTo(1.5, 2);
  expect(low).toBeLessThan(ratio);
  expect(high).toBeGreaterThan(ratio);
});

test('epochs are the units: the interval of their medians is that of SciPy for Welch', () => {
  // scipy.stats.ttest_ind([1, 1.2, 1.4, 1.6, 1.8], [0, .1, .2, .3, .4], equal_var=False).confidence_interval(.95)
  const { low, high } = unpairedRatio(epochsAt(8, 0, 0.1, 0.2, 0.3, 0.4), epochsAt(8, 1, 1.2, 1.4, 1.6, 1.8), 0.95);
  expect(Math.log(low)).toBeCloseTo(0.8112258356263025, 9);
  expect(Math.log(high)).toBeCloseTo(1.5887741643736975, 9);
});

test('few epochs borrow degrees of freedom, each side as many as it lacks', () => {
  // The same formula by hand: variances (.0002 + 3 · .025²) / 4 / 2 and (.0018 + 2 · .025²) / 4 / 3, 7.999 degrees.
  const { low, high } = unpairedRatio(epochsAt(20, 0, 0.02), epochsAt(20, 0.5, 0.53, 0.56), 0.95);
  expect(Math.log(low)).toBeCloseTo(0.46774164911444277, 9);
  expect(Math.log(high)).toBeCloseTo(0.5722583508855573, 9);
});

test('epochs that agree do not hide how far their samples are spread', () => {
  const spread = [10, 12, 15, 20, 27, 33, 40];
  const base = samples(spread, spread, spread, spread, spread);
  const head = base.map(({ epoch, wallMs }) => ({ epoch, wallMs: 2 * wallMs }));
  const logs = (of: typeof base) => Float64Array.from(of, ({ wallMs }) => Math.log(wallMs)).sort();
  const pooled = shiftOfSorted(logs(base), logs(head), 0.99);
  expect(unpairedRatio(base, head, 0.99)).toEqual({
    ratio: Math.exp(pooled.centre),
    low: Math.exp(pooled.low),
    high: Math.exp(pooled.high),
  });
  expect(Math.exp(pooled.low)).toBeLessThan(1.8);
});

test('a single sample on a side says nothing about the spread; nonsense is refused', () => {
  const single = unpairedRatio([{ epoch: 0, wallMs: 2 }], [{ epoch: 0, wallMs: 3 }], 0.95);
  expect(single).toMatchObject({ low: 0, high: Infinity });
  expect(single.ratio).toBeCloseTo(1.5, 12);
  expect(unpairedRatio(samples([2]), samples([3, 3], [3]), 0.95)).toMatchObject({ low: 0, high: Infinity });
  expect(unpairedRatio(samples([2, 2], [2]), samples([3]), 0.95)).toMatchObject({ low: 0, high: Infinity });
  expect(unpairedRatio(samples([2], [2]), samples([3], [3]), 0.5).low).toBeGreaterThan(0);
  for (const wallMs of [0, -1, Number.NaN, Infinity]) {
    expect(() => unpairedRatio(samples([wallMs]), samples([3]), 0.95)).toThrow(`above 0 ms, got ${wallMs}`);
  }
  expect(() => unpairedRatio([], [{ epoch: 0, wallMs: 3 }], 0.95)).toThrow(RangeError);
});

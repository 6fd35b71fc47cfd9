import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { normal } from '../testing/noise.ts';
import { modality } from './multimodality.ts';

const draw = (seed: number, count: number, next: (random: () => number, index: number) => number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => next(random, index));
};

test('round trips at 20 or at 140 microseconds are two ways to run', () => {
  const found = modality(
    draw(1, 200, (random, index) => (index % 4 === 0 ? 0.14 : 0.02) * Math.exp(0.15 * normal(random))),
  );
  expect(found.multimodal).toBe(true);
  expect(found.valleyAt).toBeGreaterThan(0.025);
  expect(found.valleyAt).toBeLessThan(0.12);
  expect(found.minorShareRatio).toBeCloseTo(0.25, 1);
});

test('too few values are never flagged, nor are a few outliers', () => {
  expect(modality([...new Array<number>(10).fill(1), ...new Array<number>(10).fill(9)]).multimodal).toBe(false);
  expect(
    modality(draw(3, 200, (random, index) => (index < 4 ? 50 : 1) * Math.exp(0.05 * normal(random)))).multimodal,
  ).toBe(false);
});

/** A hump of `count` values around `centre`, spread evenly over `width` in log units. */
const hump = (count: number, centre: number, width = 0.4) =>
  Array.from({ length: count }, (_, index) => centre * Math.exp(width * ((index + 0.5) / count - 0.5)));

test('two clean humps: the valley lies between them and the shares are theirs, whatever the unit and the order', () => {
  const values = [...hump(40, 1), ...hump(80, 10)];
  const found = modality(values);
  expect(found).toMatchObject({ multimodal: true, minorShareRatio: expect.closeTo(1 / 3, 12) });
  expect(found.valleyAt).toBeGreaterThan(Math.exp(0.2));
  expect(found.valleyAt).toBeLessThan(10 * Math.exp(-0.2));
  expect(modality(values.toReversed())).toEqual(found);
  const scaled = modality(values.map((value) => value * 1000));
  expect(scaled.minorShareRatio).toBeCloseTo(1 / 3, 12);
  expect(scaled.valleyAt).toBeCloseTo((found.valleyAt ?? 0) * 1000, 6);
  const mirrored = modality([...hump(80, 1), ...hump(40, 10)]);
  expect(mirrored).toMatchObject({ multimodal: true, minorShareRatio: expect.closeTo(1 / 3, 12) });
});

test('thirty values are enough when the valley is empty, twenty-nine never are', () => {
  expect(modality([...hump(15, 1, 0.1), ...hump(15, 10, 0.1)]).multimodal).toBe(true);
  expect(modality([...hump(14, 1, 0.1), ...hump(15, 10, 0.1)])).toEqual({
    multimodal: false,
    valleyAt: null,
    minorShareRatio: 0,
  });
});

test('a hump needs a twentieth of the values, on either side', () => {
  expect(modality([...hump(30, 1, 0.1), ...hump(470, 10, 0.1)]).multimodal).toBe(true);
  expect(modality([...hump(470, 1, 0.1), ...hump(30, 10, 0.1)]).multimodal).toBe(true);
  expect(modality([...hump(24, 1, 0.1), ...hump(476, 10, 0.1)]).multimodal).toBe(false);
  expect(modality([...hump(476, 1, 0.1), ...hump(24, 10, 0.1)]).multimodal).toBe(false);
});

test('a valley that is hardly lower than its humps may be chance, one nearly empty may not', () => {
  const filled = (count: number) => [...hump(100, 1, 1), ...hump(count, Math.E, 1), ...hump(100, Math.E ** 2, 1)];
  expect(modality(filled(80)).multimodal).toBe(false);
  expect(modality(filled(5)).multimodal).toBe(true);
});

test('ties and a single hump are one', () => {
  expect(modality(new Array<number>(50).fill(3)).multimodal).toBe(false);
  expect(modality(hump(200, 5, 2)).multimodal).toBe(false);
  expect(modality([...hump(100, 5, 2), ...hump(100, 5, 0.5)]).multimodal).toBe(false);
});

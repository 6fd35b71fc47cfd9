import { expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { tailRatio } from './bootstrap.ts';
import { quantile } from './quantile.ts';
import { noisyPairs } from './testing/noise.ts';

const RUN = { epochCount: 10, roundsPerEpoch: 30, ratio: 1.5, noiseSd: 0.1, offsetSd: 0.01 };
const ASKED = { p: 0.95, confidence: 0.95, seed: 1 };

test('the estimate is the plain ratio of the two quantiles', () => {
  const pairs = noisyPairs(seededRandom(1), RUN);
  const plain =
    quantile(
      pairs.map((row) => row.numeratorMs),
      0.95,
    ) /
    quantile(
      pairs.map((row) => row.denominatorMs),
      0.95,
    );
  expect(tailRatio(pairs, ASKED).ratio).toBeCloseTo(plain, 12);
});

test('the same seed gives the same interval, and it surrounds the estimate', () => {
  const pairs = noisyPairs(seededRandom(2), RUN);
  const first = tailRatio(pairs, ASKED);
  expect(tailRatio(pairs, ASKED)).toEqual(first);
  expect(tailRatio(pairs, { ...ASKED, seed: 2 })).not.toEqual(first);
  expect(first.low).toBeLessThan(first.ratio);
  expect(first.high).toBeGreaterThan(first.ratio);
});

test('two arms with one tail: the p95 interval holds the truth at least nine times of ten', () => {
  const random = seededRandom(3);
  let covered = 0;
  for (let run = 0; run < 100; run++) {
    const { low, high } = tailRatio(noisyPairs(random, RUN), { ...ASKED, resampleCount: 200 });
    if (low <= 1.5 && 1.5 <= high) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(90);
});

test('one pair has no tail', () => {
  const [pair] = noisyPairs(seededRandom(4), RUN);
  expect(tailRatio(pair === undefined ? [] : [pair], ASKED)).toMatchObject({ low: 0, high: Infinity });
  expect(() => tailRatio([], ASKED)).toThrow(RangeError);
});

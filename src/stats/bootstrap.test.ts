import { expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { type TailOptions, tailRatios } from './bootstrap.ts';
import { quantile } from './quantile.ts';
import { noisyPairs } from './testing/noise.ts';

const RUN = { epochCount: 10, roundsPerEpoch: 30, ratio: 1.5, noiseSd: 0.1, offsetSd: 0.01 };
const ASKED = { quantiles: [0.95], confidence: 0.95, seed: 1, resampleCount: 200 };

function tailRatio(pairs: Parameters<typeof tailRatios>[0], options: TailOptions) {
  const [ratio] = tailRatios(pairs, options);
  if (ratio === undefined) throw new Error('no ratio');
  return ratio;
}

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

test('one pair has no tail', () => {
  const [pair] = noisyPairs(seededRandom(4), RUN);
  expect(tailRatio(pair === undefined ? [] : [pair], ASKED)).toMatchObject({ low: 0, high: Infinity });
  expect(() => tailRatio([], ASKED)).toThrow(RangeError);
});

test('one drawing serves all quantiles, and gives what a plain pass over each resample gave', () => {
  // Worked out in the order of the definition, before anything was done for speed.
  const frozen = [
    [0.05, 1.5151753311849723, 1.4348121156554636, 1.547456649281885],
    [0.5, 1.5214945002563252, 1.4538872743540208, 1.5542590472556905],
    [0.95, 1.467058222810631, 1.3873461948828205, 1.7026686567220404],
    [0.99, 1.9348513470494237, 1.1828690551230712, 10.619829268343718],
  ] as const;
  const pairs = noisyPairs(seededRandom(5), RUN);
  const quantiles = frozen.map(([p]) => p);
  expect(tailRatios(pairs, { ...ASKED, quantiles })).toEqual(
    frozen.map(([, ratio, low, high]) => ({ ratio, low, high })),
  );
});

test('epochs of different size: resamples differ in size, and the interval stays where it was', () => {
  const pairs = noisyPairs(seededRandom(6), RUN).filter((_, index) => index % 30 <= 4 + index / 12);
  expect(tailRatio(pairs, ASKED)).toEqual({
    ratio: 1.458434185421104,
    low: 1.1529948748222243,
    high: 2.5191018632036917,
  });
});

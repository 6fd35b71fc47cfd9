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

test('pairs of one epoch that are all alike: every resample is the same, at every quantile', () => {
  const pairs = Array.from({ length: 7 }, (_, round) => ({ epoch: 0, round, numeratorMs: 30, denominatorMs: 10 }));
  const quantiles = [0, 0.5, 0.501, 0.9, 1];
  expect(tailRatios(pairs, { ...ASKED, quantiles })).toEqual(quantiles.map(() => ({ ratio: 3, low: 3, high: 3 })));
});

test('two pairs have an interval, from the one ratio to the other', () => {
  const pairs = [
    { epoch: 0, round: 0, numeratorMs: 20, denominatorMs: 10 },
    { epoch: 0, round: 1, numeratorMs: 40, denominatorMs: 10 },
  ];
  for (const quantile of [0.5, 1]) {
    expect(tailRatio(pairs, { ...ASKED, quantiles: [quantile] })).toMatchObject({ low: 2, high: 4 });
  }
});

test('whole epochs are drawn: rounds that agree within theirs leave as many outcomes as there are ways to draw epochs', () => {
  const pairs = [0, 0, 1, 1].map((epoch, round) => ({
    epoch,
    round,
    numeratorMs: epoch === 0 ? 10 : 90,
    denominatorMs: 10,
  }));
  // A quarter of the draws is the first epoch twice, a quarter the second twice, half mixes them: the median is 5.
  const at = (confidence: number) => tailRatio(pairs, { ...ASKED, quantiles: [0.5], confidence });
  expect(at(0.95)).toEqual({ ratio: 5, low: 1, high: 9 });
  expect(at(0.2)).toEqual({ ratio: 5, low: 5, high: 5 });
});

test('more confidence is a wider interval; without a count a thousand resamples are drawn', () => {
  const pairs = noisyPairs(seededRandom(7), { ...RUN, epochCount: 3, roundsPerEpoch: 8 });
  const { resampleCount: _, ...unsaid } = ASKED;
  expect(tailRatio(pairs, unsaid)).toEqual(tailRatio(pairs, { ...ASKED, resampleCount: 1000 }));
  expect(tailRatio(pairs, { ...ASKED, confidence: 0.99 }).high).toBeGreaterThan(
    tailRatio(pairs, { ...ASKED, confidence: 0.5 }).high,
  );
});

// How often the words are wrong: fixed seeds, hundreds of simulated runs each.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { judgeStrategy } from '../decisions/verdict.ts';
import { noisyPairs } from '../testing/noise.ts';

const LIMIT = { equivalenceRatio: 0.05 };
const RUN = { epochCount: 8, roundsPerEpoch: 25, ratio: 1, noiseSd: 0.05, offsetSd: 0.01 };
const judge = (options: Partial<typeof RUN>, seed = 1) =>
  judgeStrategy(noisyPairs(seededRandom(seed), { ...RUN, ...options }), LIMIT);

test('one epoch alone cannot sell the offset of two processes as a win', () => {
  let alarms = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { verdict } = judge({ epochCount: 1, roundsPerEpoch: 150, noiseSd: 0.02, offsetSd: 0.03 }, seed);
    if (verdict === 'faster' || verdict === 'slower') alarms++;
  }
  expect(alarms / 200).toBeLessThan(0.02);
});

test('equal arms are called different in less than one run of a hundred', () => {
  let alarms = 0;
  for (let seed = 1; seed <= 250; seed++) {
    const { verdict } = judge({ offsetSd: 0.03, noiseSd: 0.08 }, seed);
    if (verdict === 'faster' || verdict === 'slower') alarms++;
  }
  expect(alarms / 250).toBeLessThanOrEqual(0.01);
});

test('the smallest effect it could have seen is an effect it does see, four times of five', () => {
  const { smallestEffectRatio } = judge({});
  expect(smallestEffectRatio).toBeGreaterThan(1);
  let seen = 0;
  for (let seed = 1; seed <= 100; seed++) {
    if (judge({ ratio: smallestEffectRatio }, seed).interval99.low > 1) seen++;
  }
  expect(seen).toBeGreaterThan(60);
});

test('two epochs of six rounds: one and a half times is found, the same is not called different, 10 % is no "no gain"', () => {
  const QUICK = { epochCount: 2, roundsPerEpoch: 6, noiseSd: 0.08, offsetSd: 0.03 };
  const words = (ratio: number) =>
    Array.from({ length: 300 }, (_, seed) => judge({ ...QUICK, ratio }, seed + 1).verdict);
  expect(words(1.5).filter((word) => word === 'faster').length).toBeGreaterThan(270);
  expect(words(1).filter((word) => word === 'faster' || word === 'slower').length).toBeLessThanOrEqual(3);
  expect(words(1.1).filter((word) => word === 'no gain').length).toBeLessThanOrEqual(3);
});

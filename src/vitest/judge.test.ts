import { describe, expect, it } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { normalQuantile } from '../stats/distributions/normal.ts';
import { judge } from './judge.ts';
import { groupOfTimes } from './testing/group-of-times.ts';

/** Times of functions whose samples vary by `noiseSd`; each entry is a mean in milliseconds, by its round if it changes. */
function noisy(means: readonly (number | ((round: number) => number))[], noiseSd: number, roundCount = 200, seed = 1) {
  const random = seededRandom(seed);
  const noise = () => Math.exp(noiseSd * normalQuantile(random() * 0.998 + 0.001));
  const mean = (index: number, round: number) => {
    const one = means[index] as number | ((round: number) => number);
    return typeof one === 'number' ? one : one(round);
  };
  return groupOfTimes(means.length, roundCount, (index, round) => mean(index, round) * noise());
}

describe('of two functions', () => {
  it('a difference is decided, either way, with the factor by which the own is faster', () => {
    const group = noisy([1, 1.05], 0.05);
    const { word, interval, confidence } = judge(group, 0, 1, 0.01);
    expect(word).toBe('faster');
    expect(interval.low).toBeGreaterThan(1.01);
    expect(interval.low).toBeLessThan(1.05);
    expect(interval.high).toBeGreaterThan(1.05);
    expect(confidence).toBe(0.99);
    expect(judge(group, 1, 0, 0.01).word).toBe('slower');
  });

  it('what lies within the margin is not decided', () => {
    const group = noisy([1, 1.05], 0.05);
    expect(judge(group, 0, 1, 0.1).word).toBe('undecided');
    expect(judge(group, 1, 0, 0.1).word).toBe('undecided');
    expect(judge(noisy([1, 1.005], 0.005), 0, 1, 0.01).word).toBe('undecided');
    expect(judge(noisy([1, 1.005], 0.005), 0, 1, 0).word).toBe('faster');
  });

  it('identical ones are called different in no more than one of a hundred', () => {
    const trials = Array.from({ length: 200 }, (_, seed) => judge(noisy([1, 1], 0.3, 60, seed), 0, 1, 0));
    expect(trials.filter(({ word }) => word !== 'undecided').length).toBeLessThanOrEqual(2);
  });

  it('one that was compiled later than the other is not slower for that', () => {
    const compiledAt = (when: number) => (round: number) => (round < when ? 5 : 1);
    expect(judge(noisy([compiledAt(20), compiledAt(80)], 0.01), 0, 1, 0.01).word).toBe('undecided');
  });

  it('fewer than five rounds decide nothing', () => {
    const judgeRounds = (roundCount: number) => judge(noisy([1, 100], 0.01, roundCount), 0, 1, 0.01);
    expect([1, 2, 4, 5].map((roundCount) => judgeRounds(roundCount).word)).toEqual([
      ...['undecided', 'undecided', 'undecided', 'faster'],
    ]);
    expect(judgeRounds(1).interval.ratio).toBeCloseTo(100, -1);
  });
});

describe('the placebo', () => {
  const drifting = (share: number) =>
    groupOfTimes(
      2,
      100,
      (index, round, take) => (index === 0 ? 1 : 2) * (take === 1 ? 1 + share : 1) + (round % 5) / 1e4,
    );

  it('is each function against itself', () => {
    const { placebos, placeboDiffers } = judge(noisy([1, 2], 0.05), 0, 1, 0.01);
    expect(placeboDiffers).toBe(false);
    for (const { ratio, low, high } of [placebos.own, placebos.other]) {
      expect(ratio).toBeCloseTo(1, 1);
      expect(low).toBeLessThan(1);
      expect(high).toBeGreaterThan(1);
    }
  });

  it('takes every verdict back where the same code is called different', () => {
    expect(judge(drifting(0), 0, 1, 0.01)).toMatchObject({ word: 'faster', placeboDiffers: false });
    expect(judge(drifting(0.05), 0, 1, 0.01)).toMatchObject({ word: 'undecided', placeboDiffers: true });
    // Within the margin that was asked for it does no harm.
    expect(judge(drifting(0.05), 0, 1, 0.2)).toMatchObject({ word: 'faster', placeboDiffers: false });
  });

  it('counts for either of the two, and for no third', () => {
    const third = groupOfTimes(
      3,
      100,
      (index, round, take) => index + 1 + (index === 2 ? take : 0) + (round % 5) / 1e4,
    );
    expect(judge(third, 0, 1, 0.01).word).toBe('faster');
    expect(judge(third, 0, 2, 0.01).placeboDiffers).toBe(true);
    expect(judge(third, 2, 0, 0.01).placeboDiffers).toBe(true);
  });
});

it('asks more of each pair where there are many to ask for', () => {
  const four = noisy([1, 1.01, 1, 1], 0.05);
  const two = {
    ...four,
    names: four.names.slice(0, 2),
    rounds: four.rounds.map((round) => [0, 1, 4, 5].map((take) => round[take] as number)),
  };
  expect(judge(four, 0, 1, 0).confidence).toBeCloseTo(1 - 0.01 / 6, 10);
  expect(judge(four, 0, 1, 0).interval.low).toBeLessThan(judge(two, 0, 1, 0).interval.low);
});

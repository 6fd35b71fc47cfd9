// Noise alone: how often a series of it is taken for something.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { modality } from '../series/multimodality.ts';
import { judgeStability } from '../series/stability.ts';
import { normal } from '../testing/noise.ts';

const draw = (seed: number, count: number, next: (random: () => number) => number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => next(random));
};

test('one hump, however skewed or flat, is left alone', () => {
  let flagged = 0;
  for (let seed = 1; seed <= 300; seed++) {
    if (modality(draw(seed, 150, (random) => Math.exp(0.3 * normal(random)))).multimodal) flagged++;
    if (modality(draw(seed, 150, (random) => 1 - Math.log(random() + 1e-9))).multimodal) flagged++;
    if (modality(draw(seed, 150, (random) => 1 + random())).multimodal) flagged++;
  }
  expect(flagged / 900).toBeLessThan(0.01);
});

test('a steady kernel passes, nearly always', () => {
  const steady = (seed: number) => draw(seed, 20, (random) => 10 * (1 + 0.02 * normal(random)));
  const refused = Array.from({ length: 200 }, (_, seed) => judgeStability(steady(seed + 1))).filter(
    (each) => !each.stable,
  );
  expect(refused.length).toBeLessThanOrEqual(4);
});

// Reference: R's sleep data, t.test(extra ~ group): t = -1.8608, df = 17.776, p = 0.07939; and
// wilcox.test(1:10, 11:20, exact = FALSE): p = 0.0001827.

import { expect, test } from 'vitest';
import { seededRandom } from '../../src/model/seeded-random.ts';
import { ruleRates } from '../sessions/rates.ts';
import { drawTrial, type Session } from '../sessions/session.ts';
import { QUIET, simulateSession } from '../sessions/simulated-session.ts';
import { RULES } from './registry.ts';
import { mannWhitneyProbability, welchProbability } from './two-sample.ts';

const DRUG_ONE = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const DRUG_TWO = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test('the borrowed tests are what R computes', () => {
  expect(welchProbability(DRUG_ONE, DRUG_TWO)).toBeCloseTo(0.07939, 5);
  const low = Array.from({ length: 10 }, (_, index) => index + 1);
  expect(
    mannWhitneyProbability(
      low,
      low.map((value) => value + 10),
    ),
  ).toBeCloseTo(0.0001827, 6);
  expect(mannWhitneyProbability(low, low)).toBe(1);
});

const steady = (count: number): number[] => Array.from({ length: count }, (_, index) => 10 + 0.01 * ((index * 7) % 5));
const twins: Session = {
  name: 'twins',
  epochs: Array.from({ length: 20 }, () => ({ a: steady(210), b: steady(210) })),
};

test.each(RULES)('$id: calls twice as slow "slower", half as slow "faster", and names its rounds', (rule) => {
  const random = seededRandom(1);
  const call = (slowdownRatio: number) =>
    rule.decide(drawTrial(twins, { roundCount: 600, slowdownRatio }, random), random);
  expect(call(2)).toMatchObject({ called: 'slower' });
  expect(call(0.5)).toMatchObject({ called: 'faster' });
  expect(call(2).roundCount).toBeLessThanOrEqual(600);
});

test('a trial keeps epochs, order of rounds, and the injected slowdown', () => {
  const { rounds, blocked } = drawTrial(twins, { roundCount: 240, slowdownRatio: 1.1 }, seededRandom(2));
  expect(rounds.map((pair) => pair.round)).toEqual(Array.from({ length: 240 }, (_, round) => round));
  expect(new Set(rounds.map((pair) => pair.epoch)).size).toBe(8);
  for (const pair of rounds) expect(pair.denominatorMs / pair.numeratorMs).toBeCloseTo(1.1, 12);
  expect(blocked.a.length).toBe(100);
  expect(blocked.b.length).toBe(100);
});

test('a session too short for a rule leaves its rate empty, and one seed gives one table', () => {
  const plan = {
    trialCount: 3,
    slowdownRatio: 1,
    seed: 5,
    session: (random: () => number) => simulateSession(QUIET, [40, 40, 40], random),
  };
  const rates = ruleRates(plan);
  expect(rates.find(({ ruleId }) => ruleId === 'run, 20 × 30')?.trialCount).toBe(0);
  expect(rates.find(({ ruleId }) => ruleId === 'verdict, 3 × 10')?.trialCount).toBe(3);
  expect(ruleRates(plan)).toEqual(rates);
});

import { expect, test } from 'vitest';
import type { Pair } from '../paired/paired-ratio.ts';
import { isBeyondDoubt } from './beyond-doubt.ts';
import { judgeStrategy } from './verdict.ts';

/** One epoch in which the arm wins by these ratios. */
const wins = (...ratios: readonly number[]): Pair[] =>
  ratios.map((ratio, round) => ({ epoch: 0, round, numeratorMs: 10 * ratio, denominatorMs: 10 }));

test('a factor of three in each of five rounds is beyond doubt, in both directions, in four rounds it is not', () => {
  expect(isBeyondDoubt(wins(3, 3.1, 2.9, 3, 3.05))).toBe(true);
  expect(isBeyondDoubt(wins(1 / 3, 1 / 3.1, 1 / 2.9, 1 / 3, 1 / 3.05))).toBe(true);
  expect(isBeyondDoubt(wins(3, 3.1, 2.9, 3))).toBe(false);
  expect(isBeyondDoubt([])).toBe(false);
});

test('one round that was won by less than 1.25 is a doubt, however many were won by far', () => {
  const many = Array.from({ length: 30 }, (_, round) => 3 + (round % 3) / 50);
  expect(isBeyondDoubt(wins(...many))).toBe(true);
  expect(isBeyondDoubt(wins(...many, 1.2))).toBe(false);
  expect(isBeyondDoubt(wins(...many.map((ratio) => 1 / ratio), 1 / 1.2))).toBe(false);
});

test('what a process stuck in a slower tier could be is a doubt, and so are rounds that disagree', () => {
  expect(isBeyondDoubt(wins(...Array.from({ length: 30 }, (_, round) => 1.49 + (round % 3) / 1000)))).toBe(false);
  expect(isBeyondDoubt(wins(2.2, 2.6, 3, 3.5, 1.9))).toBe(false);
});

test('an arm that left keeps its word: five rounds are judged as they were, also in a family of ten', () => {
  const rounds = wins(3, 3.1, 2.9, 3, 3.05);
  const { verdict, probability } = judgeStrategy(rounds, { equivalenceRatio: 0.05 });
  expect(verdict).toBe('faster');
  expect(probability).toBeLessThanOrEqual(0.001);
});

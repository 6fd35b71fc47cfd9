import { expect, it } from 'vitest';
import { hasPlacebo } from './placebo.ts';

const settings = { budgetMs: 15_000, scenarioIds: ['a'], roundCount: null };

it('a second copy is measured where a scenario has time for it', () => {
  const with4 = { ...settings, scenarioIds: ['a', 'b', 'c', 'd'] };
  expect(hasPlacebo(settings)).toBe(true);
  expect(hasPlacebo(with4)).toBe(true);
  expect(hasPlacebo({ ...with4, scenarioIds: [...with4.scenarioIds, 'e'] })).toBe(false);
  expect(hasPlacebo({ ...settings, budgetMs: 3_500 })).toBe(true);
  expect(hasPlacebo({ ...settings, budgetMs: 3_490 })).toBe(false);
});

it('rounds that were asked for have one, whatever the budget', () => {
  expect(hasPlacebo({ ...settings, budgetMs: 1_000, roundCount: 3 })).toBe(true);
});

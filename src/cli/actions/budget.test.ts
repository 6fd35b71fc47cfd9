import { expect, it } from 'vitest';
import type { Settings } from '../../model/document.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { budgetWarning } from './budget.ts';

const scenarios = ['a', 'b'].map((id) => ({ id, kind: 'io' as const, concurrency: null }));
const settings = { concurrencies: null, threadCounts: [2] } as unknown as Settings;

/** What is said of two strategies and the placebo, 0.7 seconds each. */
const warningOf = (budgetMs: number, scenarioCount: number) =>
  budgetWarning(budgetMs, scenarios.slice(0, scenarioCount), STRATEGIES.slice(0, 2), settings);

it('a budget is too small when not every arm of every scenario can have its least', () => {
  expect(warningOf(2_100, 1)).toBeNull();
  expect(warningOf(2_099, 1)).toMatch(/^--budget: this scenario will take about 3 s instead of 2\.099 s, /);
  expect(warningOf(4_200, 2)).toBeNull();
  expect(warningOf(2_100, 2)).toMatch(/^--budget: these 2 scenarios will take about 5 s instead of 2\.1 s, /);
});

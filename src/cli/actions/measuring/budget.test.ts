import { expect, it } from 'vitest';
import type { Settings } from '../../../model/document/document.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import { budgetWarning, overrunWarning } from './budget.ts';

const scenarios = ['a', 'b'].map((id) => ({ id, kind: 'io' as const, concurrency: null }));
const settings = {
  ...{ concurrencies: null, threadCounts: [2], scenarioIds: ['a'], roundCount: null },
} as unknown as Settings;

/** What is said of two strategies, 0.4 seconds each. */
const warningOf = (budgetMs: number, scenarioCount: number) =>
  budgetWarning(budgetMs, {
    scenarios: scenarios.slice(0, scenarioCount),
    strategies: STRATEGIES.slice(0, 2),
    settings: { ...settings, budgetMs },
  });

it('a budget is too small when not every arm of every scenario can have its least', () => {
  expect(warningOf(800, 1)).toBeNull();
  expect(warningOf(799, 1)).toMatch(/^--budget: this scenario will take about 1 s instead of 0\.799 s, /);
  expect(warningOf(1_600, 2)).toBeNull();
  expect(warningOf(1_200, 2)).toMatch(/^--budget: these 2 scenarios will take about 2 s instead of 1\.2 s, /);
});

it('a run that took longer than its budget says so, one that kept it or was asked for rounds does not', () => {
  const after = (measuredMs: number, roundCount: number | null = null) =>
    overrunWarning({ measuredMs, settings: { ...settings, budgetMs: 4_000, roundCount } });
  expect(after(5_000)).toBeNull();
  expect(after(5_001)).toMatch(/^This took 5\.0 s instead of 4 s: /);
  expect(after(61_000)).toMatch(/^This took 61\.0 s instead of 4 s: /);
  expect(after(61_000, 5)).toBeNull();
});

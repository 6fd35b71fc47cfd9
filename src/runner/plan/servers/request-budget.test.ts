// How much of a server on another machine a run may ask.

import { describe, expect, it } from 'vitest';
import type { ScenarioKind } from '../../../model/scenario.ts';
import { findStrategy } from '../../../strategies/registry.ts';
import { assertGentle, MOST_AT_ONCE, REQUESTS_PER_SECOND, RequestBudget } from './request-budget.ts';

describe('a budget of requests', () => {
  it('pauses after what was sent, so that the average stays low', () => {
    const budget = new RequestBudget(1_000);
    expect(budget.pauseMs(5_000)).toBe(0);
    budget.spent(20, 5_000);
    expect(budget.pauseMs(5_100)).toBe((20 / REQUESTS_PER_SECOND) * 1_000 - 100);
    expect(budget.pauseMs(9_000)).toBe(0);
  });

  it('gives no credit for time in which nothing was sent', () => {
    const budget = new RequestBudget(1_000);
    budget.spent(10, 0);
    budget.spent(10, 60_000);
    expect(budget.pauseMs(60_000)).toBe(1_000);
  });

  it('adds up what is sent before its turn', () => {
    const budget = new RequestBudget(1_000);
    budget.spent(10, 0);
    budget.spent(10, 500);
    expect(budget.pauseMs(500)).toBe(1_500);
  });

  it('has an end', () => {
    const budget = new RequestBudget(30);
    budget.spent(20, 0);
    expect(budget.bounds).toEqual({ mostCount: 10, mostAtOnce: MOST_AT_ONCE });
    expect(() => budget.require(10)).not.toThrow();
    expect(() => budget.require(11)).toThrow(expect.objectContaining({ code: 'REQUESTS_SPENT' }));
  });
});

describe('a plan for a server on another machine', () => {
  const scenario = (taskCount: number, kind: ScenarioKind = 'io') => ({ id: 's', kind, concurrency: null, taskCount });
  const settings = { taskCount: null, concurrencies: null, threadCounts: [2], mostRequestCount: 1_000 };
  const refusalOf = (ids: string[], taskCount: number, more: Partial<typeof settings> = {}, kind?: ScenarioKind) => {
    const strategies = ids.map((id) => findStrategy(id)).filter((strategy) => strategy !== undefined);
    try {
      assertGentle([scenario(taskCount, kind)], strategies, { ...settings, ...more });
      return null;
    } catch (thrown) {
      return (thrown as Error).message;
    }
  };

  it('has few tasks under way at once', () => {
    const most = 10_000_000;
    expect(refusalOf(['gather'], 50, { mostRequestCount: most })).toBeNull();
    expect(refusalOf(['gather'], 51, { mostRequestCount: most })).toBe(
      's: gather would have 51 tasks under way at once; at most 50 may be, where the server is on another machine',
    );
    expect(refusalOf(['sequential', 'bounded', 'pool'], 10_000, { mostRequestCount: most })).toBeNull();
    expect(refusalOf(['pool'], 100, { mostRequestCount: most, threadCounts: [51] })).toContain('51 tasks');
  });

  it('has requests for the least that tells anything', () => {
    // Two arms and a placebo, four batches of ten.
    expect(refusalOf(['sequential', 'gather'], 10, { mostRequestCount: 120 })).toBeNull();
    expect(refusalOf(['sequential', 'gather'], 10, { mostRequestCount: 119 })).toMatch(
      /--max-requests: expected at least 120, .* got 119/,
    );
  });

  it('is free where nothing is asked, or nothing bounded', () => {
    expect(refusalOf(['gather'], 10_000, {}, 'cpu')).toBeNull();
    expect(refusalOf(['gather'], 10_000, { mostRequestCount: null as unknown as number })).toBeNull();
  });
});

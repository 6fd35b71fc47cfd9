import { describe, expect, it } from 'vitest';
import type { Settings } from '../../model/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { assertWithinLimits } from './machine-limits.ts';

const ask = (kind: ScenarioSummary['kind'], taskCount: number, strategyIds = ['sequential', 'gather']) => ({
  scenarios: [{ id: 'a', taskCount: 5, kind, concurrency: 8 } as ScenarioSummary],
  strategies: STRATEGIES.filter(({ id }) => strategyIds.includes(id)),
  settings: { taskCount, concurrencies: null, threadCounts: [2] } as unknown as Settings,
});

describe('the limits of the machine', () => {
  it('let through what fits: a gather with all its tasks, others with what they open ahead', () => {
    // The reference and its placebo hold 256 connections each.
    expect(() => assertWithinLimits(ask('io', 388), { openFileLimit: 1000 })).not.toThrow();
    expect(() => assertWithinLimits(ask('io', 10_000), { openFileLimit: 20_000 })).not.toThrow();
  });

  it('refuse what does not, and say what would', () => {
    const refused = () => assertWithinLimits(ask('mixed', 389), { openFileLimit: 1000 });
    expect(refused).toThrow('a with 389 tasks and 3 arms may open 901 connections; the open-file limit is 1000');
    expect(refused).toThrow(
      expect.objectContaining({ code: 'MACHINE_LIMIT', hint: expect.stringContaining('--tasks 388') }),
    );
    expect(() => assertWithinLimits(ask('io', 300), { openFileLimit: 110 })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('--tasks 3 ') }),
    );
  });

  it('count the connections of workers by threads, and those under a bound by the bound', () => {
    const many = (strategyIds: string[]) => () =>
      assertWithinLimits(ask('io', 10_000, strategyIds), { openFileLimit: 1000 });
    expect(many(['sequential', 'bounded'])).not.toThrow();
    expect(many(['sequential', 'pool'])).not.toThrow();
    expect(many(['gather'])).toThrow('10000 tasks and 2 arms may open 20000 connections');
  });

  it('do not concern tasks that only compute', () => {
    expect(() => assertWithinLimits(ask('cpu', 9000), { openFileLimit: 1000 })).not.toThrow();
  });

  it('are not guessed where the system does not tell', () => {
    expect(() => assertWithinLimits(ask('io', 9000), { openFileLimit: null })).not.toThrow();
  });
});

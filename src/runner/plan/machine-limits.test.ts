import { describe, expect, it } from 'vitest';
import type { Settings } from '../../model/document/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { assertWithinLimits } from './machine-limits.ts';
import { hasOwnServers } from './servers/own-server.ts';

const ask = (
  kind: ScenarioSummary['kind'],
  taskCount: number,
  strategyIds = ['sequential', 'gather'],
  fixture = {},
) => ({
  scenarios: [{ id: 'a', taskCount: 5, kind, concurrency: 8, fixture } as ScenarioSummary],
  strategies: STRATEGIES.filter(({ id }) => strategyIds.includes(id)),
  settings: { taskCount, concurrencies: null, threadCounts: [2] } as unknown as Settings,
});

describe('the limits of the machine', () => {
  it('let through what fits: a gather with all its tasks, others with what they open ahead', () => {
    // The reference and its placebo hold 256 connections each.
    expect(() => assertWithinLimits(ask('io', 388), { openFileLimit: 1000 })).not.toThrow();
    expect(() => assertWithinLimits(ask('io', 900, ['gather', 'bounded']), { openFileLimit: 2156 })).not.toThrow();
  });

  it('refuse what does not, and say what would', () => {
    const refused = () => assertWithinLimits(ask('mixed', 389), { openFileLimit: 1000 });
    expect(refused).toThrow('a with 389 tasks may open 901 connections to one server; the open-file limit is 1000');
    expect(refused).toThrow(
      expect.objectContaining({ code: 'MACHINE_LIMIT', hint: expect.stringContaining('--tasks 388 ') }),
    );
    expect(() => assertWithinLimits(ask('io', 300), { openFileLimit: 110 })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('--tasks 3 ') }),
    );
    expect(() => assertWithinLimits(ask('io', 300), { openFileLimit: 10 })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('--tasks 1 ') }),
    );
  });

  it('hold for each arm where each has a server of its own', () => {
    const twins = (taskCount: number, fixture = {}) => ask('io', taskCount, ['gather'], fixture);
    expect(() => assertWithinLimits(twins(10_000), { openFileLimit: 20_000 })).not.toThrow();
    expect(() => assertWithinLimits(twins(10_000), { openFileLimit: 10_100 })).not.toThrow();
    expect(() => assertWithinLimits(twins(10_001), { openFileLimit: 10_100 })).toThrow('10001 tasks');
    expect(() => assertWithinLimits(twins(600), { openFileLimit: 1_000 })).toThrow('1200 connections');
    expect(() => assertWithinLimits(twins(600, { ratePerSecond: 9 }), { openFileLimit: 1_000 })).not.toThrow();
  });

  it('count the connections of workers by threads, and those under a bound by the bound', () => {
    const many = (strategyIds: string[]) => () =>
      assertWithinLimits(ask('io', 900, strategyIds), { openFileLimit: 900 });
    expect(many(['sequential', 'bounded'])).not.toThrow();
    expect(many(['sequential', 'pool'])).not.toThrow();
    expect(many(['gather'])).toThrow('1800 connections');
  });

  it('do not concern tasks that only compute', () => {
    expect(() => assertWithinLimits(ask('cpu', 9000), { openFileLimit: 1000 })).not.toThrow();
  });

  it('are not guessed where the system does not tell', () => {
    expect(() => assertWithinLimits(ask('io', 9000), { openFileLimit: null })).not.toThrow();
  });
});

it('an arm has a server of its own where that counts who comes, and where batches are large', () => {
  const owns = (fixture: object, taskCount: number) => hasOwnServers({ fixture }, taskCount);
  expect([owns({}, 1_000), owns({ http2: true }, 20)]).toEqual([false, false]);
  expect([owns({}, 1_001), owns({ connectionLimit: 4 }, 20), owns({ ratePerSecond: 9 }, 20)]).toEqual([
    true,
    true,
    true,
  ]);
});

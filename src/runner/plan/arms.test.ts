import { describe, expect, it } from 'vitest';
import { armName } from '../../model/arm-key.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { planArms } from './arms.ts';
import { DEFAULT_CONCURRENCY } from './defaults.ts';

const mixed = { id: 'work', kind: 'mixed' } as const;
const settings = { concurrencies: null, threadCounts: [2] };
const namesOf = (arms: readonly { key: Parameters<typeof armName>[0] }[]) => arms.map(({ key }) => armName(key));

describe('the arms of a scenario', () => {
  it('are its strategies, and the first of them once more', () => {
    const { arms, skipped } = planArms(mixed, STRATEGIES, settings);
    expect(namesOf(arms)).toEqual(['sequential', 'gather', 'bounded c8', 'pool w2', 'gather+pool w2', 'sequential']);
    expect(arms.map(({ placebo }) => placebo)).toEqual([false, false, false, false, false, true]);
    expect(arms.every(({ key }) => key.scenarioId === 'work' && key.subject === 'worktree')).toBe(true);
    expect(skipped).toEqual([]);
  });

  it('are one for each value of a parameter', () => {
    const { arms } = planArms(mixed, STRATEGIES, { concurrencies: [4, 16], threadCounts: [1, 3] });
    const pools = ['pool w1', 'pool w3', 'gather+pool w1', 'gather+pool w3'];
    expect(namesOf(arms)).toEqual(['sequential', 'gather', 'bounded c4', 'bounded c16', ...pools, 'sequential']);
  });

  it('have the bound that was asked for, else the scenario’s own, else the default', () => {
    const boundOf = (concurrency: number | undefined, concurrencies: number[] | null) => {
      const scenario = { ...mixed, ...(concurrency !== undefined && { concurrency }) };
      const { arms } = planArms(scenario, STRATEGIES, { ...settings, concurrencies });
      return arms.find(({ key }) => key.strategyId === 'bounded')?.key.parameters.concurrency;
    };
    expect(boundOf(3, [5])).toBe(5);
    expect(boundOf(3, null)).toBe(3);
    expect(boundOf(undefined, null)).toBe(DEFAULT_CONCURRENCY);
  });

  it('leave out what does not suit the work, with the reason', () => {
    const { arms, skipped } = planArms({ id: 'pages', kind: 'io' }, STRATEGIES, settings);
    expect(namesOf(arms)).not.toContain('gather+pool w2');
    expect(skipped.map(({ key, reason }) => [armName(key), reason])).toEqual([
      ['gather+pool w2', 'for mixed work; this is io'],
    ]);
    expect(planArms({ id: 'pages', kind: 'io' }, STRATEGIES.slice(4), settings).arms).toEqual([]);
  });
});

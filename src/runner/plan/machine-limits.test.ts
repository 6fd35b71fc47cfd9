import { describe, expect, it } from 'vitest';
import type { Settings } from '../../model/document.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { assertWithinLimits } from './machine-limits.ts';

const ask = (kind: ScenarioSummary['kind'], taskCount: number) => ({
  scenarios: [{ id: 'a', taskCount: 5, kind } as ScenarioSummary],
  strategies: STRATEGIES.slice(0, 2),
  settings: { taskCount } as Settings,
});

describe('the limits of the machine', () => {
  it('let through what fits', () => {
    expect(() => assertWithinLimits(ask('io', 450), { openFileLimit: 1000 })).not.toThrow();
  });

  it('refuse what does not, and say what would', () => {
    const refused = () => assertWithinLimits(ask('mixed', 451), { openFileLimit: 1000 });
    expect(refused).toThrow('a with 451 tasks and 2 strategies may open 902 connections; the open-file limit is 1000');
    expect(refused).toThrow(
      expect.objectContaining({ code: 'MACHINE_LIMIT', hint: expect.stringContaining('--tasks 450') }),
    );
  });

  it('do not concern tasks that only compute', () => {
    expect(() => assertWithinLimits(ask('cpu', 9000), { openFileLimit: 1000 })).not.toThrow();
  });

  it('are not guessed where the system does not tell', () => {
    expect(() => assertWithinLimits(ask('io', 9000), { openFileLimit: null })).not.toThrow();
  });
});

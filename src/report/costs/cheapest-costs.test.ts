// The costs that floors are built on: never dearer than what most arms needed, and not to be lowered by one that cheats.

import { describe, expect, it } from 'vitest';
import type { TaskCost } from '../../model/document/document.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { dataOf } from '../testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { cheapestCosts } from './cheapest-costs.ts';

function measured(scenario: ScenarioWords): { calibration: readonly TaskCost[]; arms: readonly Arm[] } {
  const data = dataOf(scenario);
  return { calibration: data.record.fastestTasks, arms: data.arms };
}

const sum = (tasks: readonly TaskCost[], field: keyof TaskCost) =>
  tasks.reduce((total, task) => total + task[field], 0);

describe('cheapestCosts', () => {
  it('keeps a calibration that the arms confirm', () => {
    const { calibration, arms } = measured(downloadPages);
    expect(sum(cheapestCosts(calibration, arms), 'serverMs')).toBeCloseTo(sum(calibration, 'serverMs'));
  });

  it('lowers computing that calibration met in a bad moment', () => {
    const { calibration, arms } = measured(countPrimes);
    const disturbed = calibration.map((task) => ({ ...task, computeCpuMs: task.computeCpuMs * 1.4 }));
    expect(sum(cheapestCosts(disturbed, arms), 'computeCpuMs')).toBeCloseTo(sum(calibration, 'computeCpuMs'));
  });

  it('does not believe one task to be longer than any in the arms', () => {
    const { calibration, arms } = measured(downloadPages);
    const hiccup = calibration.map((task, index) => (index === 3 ? { ...task, ioMs: 95, serverMs: 94 } : task));
    const longestMs = Math.max(...cheapestCosts(hiccup, arms).map(({ serverMs }) => serverMs));
    expect(longestMs).toBeLessThan(61);
  });

  it('is not lowered by one arm that skips work', () => {
    const arms = countPrimes.arms.map((arm) =>
      arm.threads ? { ...arm, sample: () => ({ computeCpuMs: 0, longestTaskMs: 0 }) } : arm,
    );
    const { calibration, arms: withLiar } = measured({ ...countPrimes, arms });
    expect(sum(cheapestCosts(calibration, withLiar), 'computeCpuMs')).toBeGreaterThan(
      0.98 * sum(calibration, 'computeCpuMs'),
    );
  });

  it('stays as calibrated when nothing was measured', () => {
    const { calibration } = measured(downloadPages);
    expect(cheapestCosts(calibration, [])).toEqual(calibration);
  });
});

// Collects what tasks cost alone, pass by pass over the whole run, and boils it down twice: to the typical cost, which
// predictions use, and to the smallest ever seen, which floors use, since whatever is in the way of a task that runs
// alone can only add.

import type { TaskCost } from '../../model/document.ts';
import { median } from '../../stats/quantile.ts';
import { withFourDecimals } from './rounding.ts';

export class CalibrationRecorder {
  /** Costs of each task, by task index. */
  readonly #costs: TaskCost[][] = [];
  #newPasses: TaskCost[][] = [];

  /** Adds one pass over all tasks. */
  add(pass: readonly TaskCost[]): void {
    this.#newPasses.push([...pass]);
    this.restore(pass);
  }

  /** Takes over a pass that the journal already has. */
  restore(pass: readonly TaskCost[]): void {
    for (const [index, cost] of pass.entries()) {
      const earlier = this.#costs[index];
      if (earlier) earlier.push(cost);
      else this.#costs[index] = [cost];
    }
  }

  /** The passes added since the last call. */
  takeNew(): TaskCost[][] {
    const passes = this.#newPasses;
    this.#newPasses = [];
    return passes;
  }

  /** The median of each figure. */
  typical(): TaskCost[] {
    return this.#costs.map((costs) => reduced(costs, median));
  }

  /** The smallest of each figure. */
  fastest(): TaskCost[] {
    return this.#costs.map((costs) => reduced(costs, (values) => Math.min(...values)));
  }
}

function reduced(costs: readonly TaskCost[], pick: (values: number[]) => number): TaskCost {
  const figure = (field: keyof TaskCost) => Math.max(0, pick(costs.map((cost) => cost[field])));
  return withFourDecimals({
    wallMs: figure('wallMs'),
    ioMs: figure('ioMs'),
    serverMs: figure('serverMs'),
    serverCpuMs: figure('serverCpuMs'),
    requestCount: figure('requestCount'),
    ioCpuMs: figure('ioCpuMs'),
    computeWallMs: figure('computeWallMs'),
    computeCpuMs: figure('computeCpuMs'),
    otherCpuMs: figure('otherCpuMs'),
  });
}

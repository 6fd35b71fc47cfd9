// Collects what tasks cost alone, pass by pass over the whole run, and boils it down twice: to the typical cost, which
// predictions use, and to the smallest ever seen, which floors use, since whatever is in the way of a task that runs
// alone can only add.

import type { FastestTask, TypicalTask } from '../../model/document.ts';
import type { TaskCost } from '../../model/processes/arm-protocol.ts';
import { median } from '../../stats/quantile.ts';
import { fourDecimals } from './rounding.ts';

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

  /** The median of each figure, computing in wall time. */
  typical(): TypicalTask[] {
    return this.#costs.map((costs) => reduced(costs, ['ioMs', 'serverMs', 'serverCpuMs', 'computeWallMs'], median));
  }

  /** The smallest of each figure, computing in CPU time. */
  fastest(): FastestTask[] {
    const least = (values: number[]) => Math.min(...values);
    return this.#costs.map((costs) => reduced(costs, ['ioMs', 'serverMs', 'serverCpuMs', 'computeCpuMs'], least));
  }
}

function reduced<Field extends keyof TaskCost>(
  costs: readonly TaskCost[],
  fields: readonly Field[],
  pick: (values: number[]) => number,
): Record<Field, number> {
  const figures = fields.map(
    (field) => [field, fourDecimals(Math.max(0, pick(costs.map((cost) => cost[field]))))] as const,
  );
  return Object.fromEntries(figures) as Record<Field, number>;
}

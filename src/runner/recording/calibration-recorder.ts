// Collects what tasks cost alone, pass by pass over the whole run, and boils it down twice: to the typical cost, which
// predictions use, and to the smallest ever seen, which floors use, since whatever is in the way of a task that runs
// alone can only add.

import type { TaskCost } from '../../model/arm-protocol.ts';
import type { TaskCalibration } from '../../model/document.ts';
import { median } from '../../stats/quantile.ts';

export class CalibrationRecorder {
  /** Costs of each task, by task index. */
  readonly #costs: TaskCost[][] = [];
  #newPasses: TaskCost[][] = [];

  /** Adds one pass over all tasks. */
  add(pass: readonly TaskCost[]): void {
    this.#newPasses.push([...pass]);
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
  typical(): TaskCalibration[] {
    return this.#costs.map((costs) => reduce(costs, median, 'computeMs'));
  }

  /** The smallest of each figure, computing in CPU time. */
  fastest(): TaskCalibration[] {
    return this.#costs.map((costs) => reduce(costs, (values) => Math.min(...values), 'computeCpuMs'));
  }
}

function reduce(
  costs: readonly TaskCost[],
  pick: (values: number[]) => number,
  compute: 'computeMs' | 'computeCpuMs',
): TaskCalibration {
  const of = (field: keyof TaskCost) => Math.round(pick(costs.map((cost) => cost[field])) * 1e4) / 1e4;
  return { ioMs: of('ioMs'), serverMs: of('serverMs'), serverCpuMs: of('serverCpuMs'), computeMs: of(compute) };
}

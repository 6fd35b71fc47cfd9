// Collects what tasks cost alone, pass by pass over the whole run, and boils it down twice: to the typical cost, which
// predictions use, and to the smallest ever seen, which floors use, since whatever is in the way of a task that runs
// alone can only add.

import type { TaskCost } from '../../model/document/document.ts';
import type { CalibratedTask } from '../../model/processes/arm-protocol.ts';
import { median } from '../../stats/quantile.ts';
import { withFourDecimals } from './rounding.ts';

/** Fewer tasks than this say nothing of those that had no turn. */
const FEWEST_FOR_OTHERS = 30;

export class CalibrationRecorder {
  readonly #taskCount: number;
  /** Costs of each task, by task index. */
  readonly #costs: TaskCost[][];
  #newPasses: CalibratedTask[][] = [];
  #turn = 0;

  constructor(taskCount: number) {
    this.#taskCount = taskCount;
    this.#costs = Array.from({ length: taskCount }, () => []);
  }

  /** How many times a task has had its turn: where the next pass goes on. */
  get turn(): number {
    return this.#turn;
  }

  /** Adds one pass over some or all tasks. */
  add(pass: readonly CalibratedTask[]): void {
    this.#newPasses.push([...pass]);
    this.restore(pass);
  }

  /** Takes over a pass that the journal already has. */
  restore(pass: readonly CalibratedTask[]): void {
    this.#turn += pass.length;
    for (const { index, ...cost } of pass) this.#costs[index]?.push(cost);
  }

  /** The passes added since the last call. */
  takeNew(): CalibratedTask[][] {
    const passes = this.#newPasses;
    this.#newPasses = [];
    return passes;
  }

  /** Every cost so far, whichever task's. */
  get all(): readonly TaskCost[] {
    return this.#costs.flat();
  }

  /** Tasks that ran alone at least once. */
  get calibratedCount(): number {
    return this.#costs.filter(({ length }) => length > 0).length;
  }

  /** The median of each figure; of a task that had no turn, what the middle of the others cost. Empty before any had. */
  typical(): TaskCost[] {
    return this.#eachTask(median);
  }

  /** The smallest of each figure; a task that had no turn counts as the cheapest, or as nothing where few had one. */
  fastest(): TaskCost[] {
    return this.#eachTask((values) => Math.min(...values));
  }

  #eachTask(pick: (values: number[]) => number): TaskCost[] {
    const known = this.#costs.filter(({ length }) => length > 0).map((costs) => reduced(costs, pick));
    if (known.length === 0) return [];
    if (known.length === this.#taskCount) return known;
    const others = known.length < FEWEST_FOR_OTHERS && pick !== median ? { ...NOTHING } : reduced(known, pick);
    return this.#costs.map((costs) => (costs.length === 0 ? others : reduced(costs, pick)));
  }
}

const NOTHING: TaskCost = {
  ...{ wallMs: 0, ioMs: 0, serverMs: 0, serverCpuMs: 0, requestCount: 0, ioCpuMs: 0 },
  ...{ computeWallMs: 0, computeCpuMs: 0, otherCpuMs: 0 },
};

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

// What theory is told about a cell: the tasks, each run alone; the schedule's settings; the machine's prices.

import type { Preflight, TaskCalibration } from '../model/document.ts';

/** The inputs of every floor and prediction. */
export interface TheoryInput {
  readonly strategyId: string;
  /** One entry a task, in input order. */
  readonly tasks: readonly TaskCalibration[];
  /** Bound on tasks under way; null where the strategy has none. */
  readonly concurrency: number | null;
  /** Worker threads; null where the strategy has none. */
  readonly threads: number | null;
  /** Cores the machine effectively gives, as measured where it was, 1 or more; need not be whole. */
  readonly coreCount: number;
  /** Processes (or threads) of the fixture server that compute. */
  readonly serverProcesses: number;
  /** The machine's price list; null when it was not measured, and overheads then count as zero. */
  readonly prices: Preflight | null;
}

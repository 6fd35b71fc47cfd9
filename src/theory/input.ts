// What theory is told about an arm: the shape of its schedule, its settings, and the machine's prices. Each task comes with
// what it costs alone: at the least in CPU time for floors, typically in wall time for predictions.

import type { Preflight } from '../model/document.ts';
import type { Shape } from '../model/shape.ts';

/** What floors and predictions both need. */
export interface TheoryInput<Task> {
  readonly shape: Shape;
  /** One entry a task, in input order. */
  readonly tasks: readonly Task[];
  /** Bound on tasks under way; null where the shape has none. */
  readonly concurrency: number | null;
  /** Worker threads; null where the shape has none. */
  readonly threads: number | null;
  /** Cores the machine effectively gives, as measured where it was, 1 or more; need not be whole. */
  readonly coreCount: number;
  /** Processes (or threads) of the fixture server that compute. */
  readonly serverProcesses: number;
  /** Requests that the server serves at once; null where it has no such limit. */
  readonly serverSlots: number | null;
  /** The machine's price list; null when it was not measured, and overheads then count as zero. */
  readonly prices: Preflight | null;
}

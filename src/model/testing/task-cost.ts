// What a task costs alone, for tests: the few figures that matter, the rest following from them.

import type { TaskCost } from '../document/document.ts';

/** The figures that a test names; `computeMs` is both wall and CPU time of the computing part. */
export interface CostWords {
  readonly ioMs?: number;
  readonly serverMs?: number;
  readonly serverCpuMs?: number;
  readonly computeMs?: number;
  readonly ioCpuMs?: number;
  readonly otherCpuMs?: number;
}

/** The cost; what the server does not account for is work of the calling thread unless the test says otherwise. */
export function taskCost(words: CostWords): TaskCost {
  const { serverMs = words.ioMs ?? 0, serverCpuMs = 0, computeMs = 0, otherCpuMs = 0 } = words;
  const { ioMs = serverMs } = words;
  return {
    ...{ wallMs: ioMs + computeMs, ioMs, serverMs, serverCpuMs, requestCount: serverMs > 0 ? 1 : 0 },
    ...{ computeWallMs: computeMs, computeCpuMs: computeMs, otherCpuMs },
    ioCpuMs: words.ioCpuMs ?? Math.max(0, ioMs - serverMs),
  };
}

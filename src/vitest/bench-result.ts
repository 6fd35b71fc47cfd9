// A result as vitest's reporters expect it. tinybench computes it from our samples, so that every figure is defined as it is
// without the provider; a figure is of calls, a sample being the mean of those it took.

import { Bench } from 'tinybench';
import type { BenchResult } from 'vitest';

/** What one function's samples were, in milliseconds, and how many calls each had. */
export interface Samples {
  readonly sampleMs: readonly number[];
  readonly callCount: number;
}

/** The figures of one function: latency in milliseconds a call, throughput in calls a second. */
export function benchResult(name: string, { sampleMs, callCount }: Samples, retainSamples: boolean): BenchResult {
  const callMs = sampleMs.map((ms) => ms / callCount);
  const bench = new Bench({ iterations: callMs.length, time: 0, warmup: false, throws: true, retainSamples });
  let taken = 0;
  bench.add(name, () => ({ overriddenDuration: callMs[taken++] }), { async: false });
  const result = bench.runSync()[0]?.result;
  if (result?.state !== 'completed') throw new RangeError(`No figures for "${name}": ${result?.state}.`);
  return { ...result, name, totalTime: result.totalTime * callCount };
}

// What the options of `bench.compare` and `run` come to here. They are tinybench's, and so are their defaults; what rounds
// cannot honour is refused, so that nobody believes it done.

import { Bench } from 'tinybench';
import type { BenchmarkGroup } from 'vitest';
import { BenchError } from '../../errors.ts';
import type { PhaseLength } from './rounds.ts';

/** How long to measure a group, and who else has a word in it. */
export interface GroupOptions {
  /** The whole group's warm-up; null where none is wanted. */
  readonly warmup: PhaseLength | null;
  /** The whole group's measured rounds. */
  readonly measuring: PhaseLength;
  readonly retainsSamples: boolean;
  /** Throws where the test, the run or one of the functions was called off. */
  readonly throwIfAborted: () => void;
  /** Has the tasks that hooks find as `this`, and the hooks around a whole phase. */
  readonly bench: Bench;
}

/**
 * Reads the options of a group. `time` and `warmupTime` are milliseconds for each function, so that a group takes as long
 * as it would without the provider; its functions and the placebo share it. Throws a BenchError (USAGE) on concurrency.
 */
export function groupOptions({ test, config, registrations, options }: BenchmarkGroup): GroupOptions {
  if (options?.concurrency) throw concurrent(options.concurrency);
  const bench = new Bench(options);
  // Names alone: tinybench would call each function as it is added, before any hook.
  for (const { name } of registrations) bench.add(name, () => {}, { async: false });
  const signals = [test.context.signal, options?.signal, ...registrations.map(({ fnOpts }) => fnOpts?.signal)];
  return {
    warmup: bench.warmup ? { ms: bench.warmupTime * registrations.length, callCount: bench.warmupIterations } : null,
    measuring: { ms: bench.time * registrations.length, callCount: bench.iterations },
    retainsSamples: options?.retainSamples ?? config.retainSamples,
    throwIfAborted: () => {
      for (const signal of signals) signal?.throwIfAborted();
    },
    bench,
  };
}

function concurrent(concurrency: string): BenchError {
  return new BenchError(
    'USAGE',
    `concurrency: '${concurrency}' was asked for, expected none: functions that run at once cannot be held against each other.`,
    'Leave concurrency out. To measure what overlapping gains, write a scenario and start `overlap run`.',
  );
}

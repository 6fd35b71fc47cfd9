// `setupFiles: ['overlap-bench/vitest/setup']`: teaches `expect` the matcher, tells TypeScript of it, and takes the clock before
// a test can replace it.

import { type BenchResult, expect } from 'vitest';
import './measuring/clock.ts';
import { type DecidedlyFasterOptions, toBeDecidedlyFasterThan } from './matcher.ts';

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * Asserts that a function is faster than another of the same `bench.compare`, decided by pairs of samples that were
     * taken in turn: the 99 % interval of the factor lies wholly beyond `1 + margin`. Fails where the other is faster and
     * where nothing is decided; `.not` passes in exactly these cases and so does not say "slower".
     *
     * @example
     * const results = await bench.compare(bench('loop', loop), bench('regex', regex));
     * expect(results.get('loop')).toBeDecidedlyFasterThan(results.get('regex'), { margin: 0.05 });
     */
    toBeDecidedlyFasterThan: (other: BenchResult, options?: DecidedlyFasterOptions) => R;
  }
}

expect.extend({ toBeDecidedlyFasterThan });

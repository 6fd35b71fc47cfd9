// What was measured of a group, and how it gets from the provider to the matcher: results are handed on by vitest as the same
// objects, and carry their rounds under a symbol that no reporter prints.

import type { BenchResult } from 'vitest';
import type { Round } from './rounds.ts';

/** The samples of a group of functions. */
export interface GroupRounds {
  /** The functions, in the order in which they were registered. */
  readonly names: readonly string[];
  /** In the order of time. */
  readonly rounds: readonly Round[];
  /** Calls in each sample, the same for all. */
  readonly callCount: number;
}

/** One function of a group. */
export interface MeasuredFunction {
  readonly group: GroupRounds;
  /** Its place in the group. */
  readonly index: number;
}

// Registered, not private: a test that resets modules may load this file twice.
const MEASURED = Symbol.for('overlap-bench.vitest.measured');

/** All samples of one function, in milliseconds. */
export function samplesOf({ group, index }: MeasuredFunction): number[] {
  return group.rounds.flatMap((round) => round.filter((_, take) => take % group.names.length === index));
}

/** Lays the rounds behind a result. */
export function attachRounds(result: BenchResult, measured: MeasuredFunction): void {
  Object.defineProperty(result, MEASURED, { value: measured });
}

/** What was measured behind a value; null where it is no result of this provider. */
export function measuredBehind(value: unknown): MeasuredFunction | null {
  if (typeof value !== 'object' || value === null) return null;
  return (value as { [MEASURED]?: MeasuredFunction })[MEASURED] ?? null;
}

// How calls are timed. All functions go through the same loop, which has met many before: a call site that knows only one
// would take it in, and then a function would be faster for having come first, or its work be dropped as unused.

import type { Clock } from './clock.ts';

/** What is called between two readings of the clock. */
export interface TimedCalls {
  readonly call: () => unknown;
  /** Whether the promise of a call is awaited before the next call. */
  readonly isAwaited: boolean;
  /** Run before and after each single call, unmeasured. */
  readonly beforeEach?: (() => unknown) | undefined;
  readonly afterEach?: (() => unknown) | undefined;
}

/** What the last call returned: kept, so that no compiler may find the work useless. */
export let lastReturned: unknown;

/**
 * Milliseconds that `callCount` calls took, one after another. Where hooks run between calls the clock is read around each
 * call; then it must be so for all functions that are held against each other. Rejects with whatever a call or a hook throws.
 */
export async function timeCalls(
  calls: TimedCalls,
  callCount: number,
  readsEachCall: boolean,
  clock: Clock,
): Promise<number> {
  if (readsEachCall) return timeEachCall(calls, callCount, clock);
  return calls.isAwaited ? timeAwaited(calls.call, callCount, clock) : timeDirect(calls.call, callCount, clock);
}

function timeDirect(call: () => unknown, callCount: number, clock: Clock): number {
  const fromMs = clock();
  for (let count = 0; count < callCount; count++) lastReturned = call();
  return clock() - fromMs;
}

async function timeAwaited(call: () => unknown, callCount: number, clock: Clock): Promise<number> {
  const fromMs = clock();
  for (let count = 0; count < callCount; count++) lastReturned = await call();
  return clock() - fromMs;
}

async function timeEachCall(calls: TimedCalls, callCount: number, clock: Clock): Promise<number> {
  const { call, isAwaited, beforeEach, afterEach } = calls;
  let totalMs = 0;
  for (let count = 0; count < callCount; count++) {
    await beforeEach?.();
    totalMs += isAwaited ? await timeAwaited(call, 1, clock) : timeDirect(call, 1, clock);
    await afterEach?.();
  }
  return totalMs;
}

// Often enough that both call sites have seen several kinds of functions before the first one that matters.
const MET_COUNT = 1_000;
for (const met of [() => 1, () => '', () => null]) {
  timeDirect(met, MET_COUNT, () => 0);
  await timeAwaited(met, MET_COUNT, () => 0);
}

// CPU time of one arm over another's, round by round. On work that only computes, one-thread arms must agree on it.

import type { RatioInterval } from '../../model/report/report.ts';
import type { ScenarioKind } from '../../model/scenario.ts';
import { pairedRatio } from '../../stats/paired/paired-ratio.ts';
import type { Arm } from '../arms/arm.ts';
import { pairedSamples } from '../arms/pairs.ts';

/** How far the ratio may be from 1. */
export const CPU_TOLERANCE_RATIO = 0.05;

/** CPU time is counted in ticks of up to a few milliseconds on some systems; below this it says nothing. */
const LEAST_CPU_MS = 5;
const FEWEST_ROUNDS = 5;
/** What a hand-edited document may hold and no process can use. */
const NO_TIME_MS = 1e-9;

/**
 * Ratios with their 95 % intervals; empty where the work waits. Left out are arms with threads, arms of which this version
 * cannot tell whether they have any, and arms with too little.
 */
export function cpuRatiosOf(
  arms: readonly Arm[],
  reference: Arm | null,
  kind: ScenarioKind,
): ReadonlyMap<Arm, RatioInterval> {
  if (kind !== 'cpu' || reference === null || !isOnOneThread(reference)) return new Map();
  if (reference.medianOf('cpuMs') < LEAST_CPU_MS) return new Map();
  const others = arms.filter((arm) => arm !== reference && isOnOneThread(arm));
  return new Map(others.flatMap((arm) => cpuRatio(arm, reference).map((ratio) => [arm, ratio] as const)));
}

function isOnOneThread({ shape, threads }: Arm): boolean {
  return shape !== null && threads === null;
}

function cpuRatio(arm: Arm, reference: Arm): RatioInterval[] {
  const pairs = pairedSamples(arm, reference)
    .map(([own, other]) => ({
      epoch: own.epoch,
      round: own.round,
      numeratorMs: own.cpuMs,
      denominatorMs: other.cpuMs,
    }))
    .filter(({ numeratorMs, denominatorMs }) => numeratorMs > NO_TIME_MS && denominatorMs > NO_TIME_MS)
    .filter(({ numeratorMs, denominatorMs }) => Number.isFinite(numeratorMs / denominatorMs));
  return pairs.length < FEWEST_ROUNDS ? [] : [pairedRatio(pairs, 0.95)];
}

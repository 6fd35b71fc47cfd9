// CPU time of one arm over another's, round by round. On work that only computes, one-thread arms must agree on it.

import type { RatioInterval } from '../../model/report.ts';
import { pairedRatio } from '../../stats/paired/paired-ratio.ts';
import type { Arm } from '../arms/arm.ts';
import { pairedSamples } from '../arms/pairs.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** How far the ratio may be from 1. */
export const CPU_TOLERANCE_RATIO = 0.05;

/** CPU time is counted in ticks of up to a few milliseconds on some systems; below this it says nothing. */
const LEAST_CPU_MS = 5;
const FEWEST_ROUNDS = 5;
/** What a hand-edited document may hold and no process can use. */
const NO_TIME_MS = 1e-9;

// The audit and the warning ask the same of an arm.
const known = new WeakMap<Arm, RatioInterval | null>();

/** The ratio with its 95 % interval; null where the work waits, an arm has threads, or there is too little to compare. */
export function cpuRatio(arm: Arm, data: ScenarioData): RatioInterval | null {
  const before = known.get(arm);
  if (before !== undefined) return before;
  const ratio = estimate(arm, data);
  known.set(arm, ratio);
  return ratio;
}

function estimate(arm: Arm, { record, reference }: ScenarioData): RatioInterval | null {
  if (record.kind !== 'cpu' || reference === null || arm === reference) return null;
  if (reference.medianOf('cpuMs') < LEAST_CPU_MS) return null;
  if (arm.cell.threads !== null || reference.cell.threads !== null) return null;
  const pairs = pairedSamples(arm, reference)
    .map(([own, other]) => ({
      epoch: own.epoch,
      round: own.round,
      numeratorMs: own.cpuMs,
      denominatorMs: other.cpuMs,
    }))
    .filter(({ numeratorMs, denominatorMs }) => numeratorMs > NO_TIME_MS && denominatorMs > NO_TIME_MS)
    .filter(({ numeratorMs, denominatorMs }) => Number.isFinite(numeratorMs / denominatorMs));
  return pairs.length < FEWEST_ROUNDS ? null : pairedRatio(pairs, 0.95);
}

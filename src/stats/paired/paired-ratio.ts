// How many times as long: the ratio of two arms from rounds in which both ran. Hodges–Lehmann pseudomedian of the
// log-ratios (Hodges & Lehmann, Ann. Math. Stat. 34, 1963): nearly as sharp as a mean, unmoved by outliers. The
// interval covers both ways to be wrong, few processes (t over epochs) and few rounds (signed-rank), so it is never
// narrower than either. One pair gives 0..Infinity rather than a guess. Misleads where the ratio drifts in a run.

import type { RatioInterval } from '../../model/report/report.ts';
import { epochInterval } from './epoch-interval.ts';
import { type Pair, type PairedEffect, type ProcessAssumption, pairedEffect } from './paired-effect.ts';
import { pooledInterval } from './pooled-interval.ts';

export type { Pair } from './paired-effect.ts';

/** A ratio of paired times, numerator over denominator. */
export interface PairedRatio extends RatioInterval {
  /** Confidence of the interval, 0..1. */
  readonly confidence: number;
  readonly pairCount: number;
  readonly epochCount: number;
}

/** Estimates numerator over denominator; throws RangeError on no pairs, bad times or a confidence outside 0..1. */
export function pairedRatio(pairs: readonly Pair[], confidence: number, assumption?: ProcessAssumption): PairedRatio {
  return ratioOfEffect(pairedEffect(pairs, assumption), confidence);
}

/** The ratio and its interval of an effect already estimated. */
export function ratioOfEffect(effect: PairedEffect, confidence: number): PairedRatio {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence lies between 0 and 1, got ${confidence}.`);
  }
  const base = { confidence, pairCount: effect.logRatios.length, epochCount: effect.epochCount };
  const ratio = Math.exp(effect.centre);
  if (effect.logRatios.length < 2) return { ratio, low: 0, high: Infinity, ...base };
  const byEpoch = epochInterval(effect.epochs, confidence);
  const pooled = pooledInterval(effect.sorted, confidence, effect.elsewhere);
  return {
    ratio,
    low: Math.exp(Math.min(byEpoch.low, pooled.low)),
    high: Math.exp(Math.max(byEpoch.high, pooled.high)),
    ...base,
  };
}

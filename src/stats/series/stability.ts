// The gate for CPU kernels: a ratio between strategies means nothing when the unit of work itself changes under it
// (a kernel recompiled half-way made gather look twice as fast as sequential). Takes CPU times of the same units, one
// for each round, in the order of time; passes them when they are steady and show no trend.

import { mean, sampleVariance } from '../moments.ts';
import { median } from '../quantile.ts';
import { trendOf } from './trend.ts';

/** How steady is steady. */
export interface StabilityLimits {
  /** Most standard deviation over mean. Default 0.05. */
  readonly cvRatio: number;
  /** Most rise or fall from the first value to the last, as a share; a trend must also be significant at 1 %. */
  readonly driftRatio: number;
  /** Fewest values that allow a judgement. */
  readonly count: number;
}

/** Whether the kernel may be trusted, with the figures. */
export interface Stability {
  readonly stable: boolean;
  /** Standard deviation over mean; 0 for fewer than two values. */
  readonly cvRatio: number;
  /** Rise (above 0) or fall over the whole series along the Theil–Sen line, as a share of the median. */
  readonly driftRatio: number;
  /** One sentence when it is not stable; null when it is. */
  readonly reason: string | null;
}

/** The limits of the suite's gate. */
export const STABILITY_LIMITS: StabilityLimits = { cvRatio: 0.05, driftRatio: 0.02, count: 5 };

/** Judges CPU times of one kernel, in any one unit above 0; fewer values than `count` are not stable. */
export function judgeStability(series: readonly number[], limits: StabilityLimits = STABILITY_LIMITS): Stability {
  if (series.length < 2) {
    return {
      stable: false,
      cvRatio: 0,
      driftRatio: 0,
      reason: `${series.length} rounds cannot show that it is steady`,
    };
  }
  const cvRatio = Math.sqrt(sampleVariance(series)) / mean(series);
  const trend = trendOf(series);
  const driftRatio = (trend.slope * (series.length - 1)) / median(series);
  const reason = reasonAgainst(series.length, cvRatio, driftRatio, trend.probability, limits);
  return { stable: reason === null, cvRatio, driftRatio, reason };
}

function reasonAgainst(count: number, cv: number, drift: number, probability: number, limits: StabilityLimits) {
  if (count < limits.count) return `${count} rounds cannot show that it is steady, ${limits.count} can`;
  if (!(cv <= limits.cvRatio)) return `CPU time per unit varies by ${percent(cv)} (limit ${percent(limits.cvRatio)})`;
  if (probability < 0.01 && Math.abs(drift) > limits.driftRatio) {
    const way = drift > 0 ? 'rose' : 'fell';
    return `CPU time per unit ${way} by ${percent(Math.abs(drift))} over ${count} rounds (limit ${percent(limits.driftRatio)})`;
  }
  return null;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

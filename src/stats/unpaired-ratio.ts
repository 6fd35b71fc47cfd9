// Head over base for two documents made at different times, so nothing is paired. Works on logs. With two or more
// epochs on both sides the epoch medians are the units (Welch's t, degrees borrowed as in epoch-interval.ts); always
// at least as wide as the Mann–Whitney interval of the samples. Misleads by what changed between the runs: on a
// shared machine the log-median of identical code moved by 6 to 9 % (pools 13 to 20 %) from run to run, which neither
// document can show. Judge it with a margin above that, or compare in one run.

import type { RatioInterval } from '../model/report.ts';
import { tQuantile } from './distributions/t-distribution.ts';
import { epochMean, type KnownVariance } from './paired/epoch-interval.ts';
import { median } from './quantile.ts';
import { shiftOfSorted } from './ranks/shift.ts';

/** What the log-medians of one arm vary by from epoch to epoch, where there are too few epochs to show it. */
const EPOCH_MEDIANS: KnownVariance = { variance: 0.025 ** 2, df: 4 };

/** What a sample of a document must tell: its epoch and its makespan. */
export interface UnpairedSample {
  readonly epoch: number;
  /** In milliseconds, above 0. */
  readonly wallMs: number;
}

/** Estimates head over base at `confidence` (0..1); throws RangeError on an empty side or times not above 0. */
export function unpairedRatio(
  base: readonly UnpairedSample[],
  head: readonly UnpairedSample[],
  confidence: number,
): RatioInterval {
  const pooled = shiftOfSorted(sortedLogs(base), sortedLogs(head), confidence);
  const ratio = Math.exp(pooled.centre);
  if (base.length < 2 || head.length < 2) return { ratio, low: 0, high: Infinity };
  const baseEpochs = summary(base);
  const headEpochs = summary(head);
  const variances = [baseEpochs.standardError ** 2, headEpochs.standardError ** 2] as const;
  const standardError = Math.sqrt(variances[0] + variances[1]);
  const df = standardError ** 4 / (variances[0] ** 2 / baseEpochs.df + variances[1] ** 2 / headEpochs.df);
  const halfWidth = standardError === 0 ? 0 : standardError * tQuantile((1 + confidence) / 2, df);
  const centre = headEpochs.centre - baseEpochs.centre;
  return {
    ratio,
    low: Math.exp(Math.min(pooled.low, centre - halfWidth)),
    high: Math.exp(Math.max(pooled.high, centre + halfWidth)),
  };
}

function summary(samples: readonly UnpairedSample[]) {
  const groups = Map.groupBy(samples, (sample) => sample.epoch);
  const medians = [...groups.values()].map((group) => Math.log(median(group.map((sample) => sample.wallMs))));
  return epochMean(medians, () => EPOCH_MEDIANS);
}

function sortedLogs(samples: readonly UnpairedSample[]): Float64Array {
  return Float64Array.from(samples, ({ wallMs }) => {
    if (!(wallMs > 0 && Number.isFinite(wallMs))) throw new RangeError(`A time must be above 0 ms, got ${wallMs}.`);
    return Math.log(wallMs);
  }).sort();
}

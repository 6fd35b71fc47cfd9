// From pairs to one effect on the log scale: the work that the ratio, its intervals and the verdict share.
// Differences of logs because noise on times is multiplicative; pairs because what disturbs a round disturbs both.

import { pseudomedian, pseudomedianOfSorted } from '../ranks/walsh.ts';
import { type EpochMean, epochMean, PROCESS_OFFSET_SD } from './epoch-interval.ts';
import { pooledStandardError } from './pooled-interval.ts';

/** One round in which both arms ran; both times in milliseconds, above 0. */
export interface Pair {
  readonly epoch: number;
  readonly round: number;
  readonly numeratorMs: number;
  readonly denominatorMs: number;
}

/** A paired effect, in log units. */
export interface PairedEffect {
  /** ln(numerator / denominator) of every pair, in the order of rounds. */
  readonly logRatios: readonly number[];
  /** The same in ascending order. */
  readonly sorted: Float64Array;
  /** Hodges–Lehmann pseudomedian of all of them. */
  readonly centre: number;
  /** What the epochs say, each with one pseudomedian of its own. */
  readonly epochs: EpochMean;
  readonly epochCount: number;
}

/** What one may know about the processes behind the pairs. */
export interface ProcessAssumption {
  /**
   * Standard deviation, as a share, by which two processes of the same code differ; used below five epochs.
   * Default 0.025, as measured; 0 where both arms share a process.
   */
  readonly processOffsetRatio?: number;
  /**
   * Degrees of freedom of that figure to keep however many epochs there are. Default 0, which gives intervals their
   * nominal coverage; more keeps a chance streak of like epochs from looking certain, for those who look often.
   */
  readonly leastBorrowedDf?: number;
}

/** Estimates the effect; throws RangeError on no pairs and on times that are not finite and above 0. */
export function pairedEffect(pairs: readonly Pair[], assumption: ProcessAssumption = {}): PairedEffect {
  if (pairs.length === 0) throw new RangeError('A paired ratio needs at least one pair, got none.');
  const ordered = [...pairs].sort((a, b) => a.round - b.round);
  const logRatios = ordered.map(logRatioOf);
  const sorted = Float64Array.from(logRatios).sort();
  const byEpoch = Map.groupBy(ordered.keys(), (index) => (ordered[index] as Pair).epoch);
  const estimates = [...byEpoch.values()].map((rows) => pseudomedian(rows.map((row) => logRatios[row] as number)));
  const offsetVariance = (assumption.processOffsetRatio ?? PROCESS_OFFSET_SD) ** 2;
  return {
    logRatios,
    sorted,
    centre: pseudomedianOfSorted(sorted),
    epochs: epochMean(
      estimates,
      () => offsetVariance + pooledStandardError(sorted) ** 2 * estimates.length,
      assumption.leastBorrowedDf,
    ),
    epochCount: estimates.length,
  };
}

function logRatioOf(pair: Pair): number {
  const { numeratorMs, denominatorMs } = pair;
  if (!(numeratorMs > 0 && denominatorMs > 0 && Number.isFinite(numeratorMs) && Number.isFinite(denominatorMs))) {
    throw new RangeError(
      `Round ${pair.round}: times must be finite and above 0 ms, got ${numeratorMs} and ${denominatorMs}.`,
    );
  }
  return Math.log(numeratorMs / denominatorMs);
}

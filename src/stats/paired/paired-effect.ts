// From pairs to one effect on the log scale: the work that the ratio, its intervals and the verdict share.
// Differences of logs because noise on times is multiplicative; pairs because what disturbs a round disturbs both.

import { pseudomedian, pseudomedianOfSorted } from '../ranks/walsh.ts';
import {
  type EpochMean,
  epochMean,
  type KnownVariance,
  PROCESS_OFFSET_DF,
  PROCESS_OFFSET_PER_NOISE,
  PROCESS_OFFSET_SD,
  sumOfVariances,
} from './epoch-interval.ts';
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
  /** The pseudomedian of each epoch. */
  readonly epochCentres: readonly number[];
  /** What they say together. */
  readonly epochs: EpochMean;
  readonly epochCount: number;
  /** What their rounds vary by elsewhere; null where that is not known. */
  readonly elsewhere: KnownVariance | null;
}

/** What one may know about the processes behind the pairs. */
export interface ProcessAssumption {
  /** True where both arms share a process, so that no epoch can favour one of them. */
  readonly sharesProcess?: boolean;
  /**
   * Whether to remember what processes differ by elsewhere however many epochs there are. Default false, which gives
   * intervals their nominal coverage; true keeps a chance streak of like epochs from looking certain, for those who look
   * often.
   */
  readonly keepsExpected?: boolean;
  /** What rounds vary by elsewhere, in squared log units; matters to a few rounds only. Default null: not known. */
  readonly elsewhere?: KnownVariance | null;
}

/** Estimates the effect; throws RangeError on no pairs and on times that are not finite and above 0. */
export function pairedEffect(pairs: readonly Pair[], assumption: ProcessAssumption = {}): PairedEffect {
  if (pairs.length === 0) throw new RangeError('A paired ratio needs at least one pair, got none.');
  const ordered = inOrder(pairs);
  const logRatios = ordered.map(logRatioOf);
  const sorted = Float64Array.from(logRatios).sort();
  const byEpoch = Map.groupBy(ordered.keys(), (index) => (ordered[index] as Pair).epoch);
  const epochCentres = [...byEpoch.values()].map((rows) => pseudomedian(rows.map((row) => logRatios[row] as number)));
  const expected = () => expectedVariance(sorted, epochCentres.length, assumption);
  return {
    logRatios,
    sorted,
    centre: pseudomedianOfSorted(sorted),
    epochCentres,
    epochs: epochMean(epochCentres, expected, assumption.keepsExpected),
    epochCount: epochCentres.length,
    elsewhere: assumption.elsewhere ?? null,
  };
}

/** What the estimate of one epoch varies by: its processes, and the noise of its rounds. */
function expectedVariance(
  sorted: Float64Array,
  epochCount: number,
  { sharesProcess = false, elsewhere = null }: ProcessAssumption,
): KnownVariance {
  const { standardError, df } = pooledStandardError(sorted, elsewhere);
  const roundsVariance = standardError ** 2;
  const offsetVariance = PROCESS_OFFSET_SD ** 2 + PROCESS_OFFSET_PER_NOISE ** 2 * roundsVariance * sorted.length;
  return sumOfVariances([
    { variance: sharesProcess ? 0 : offsetVariance, df: PROCESS_OFFSET_DF },
    { variance: roundsVariance * epochCount, df },
  ]);
}

/** ln(numerator / denominator) of every pair, in the order of rounds; throws RangeError on times as `pairedEffect` does. */
export function logRatiosOf(pairs: readonly Pair[]): number[] {
  return inOrder(pairs).map(logRatioOf);
}

function inOrder(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort((a, b) => a.round - b.round);
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

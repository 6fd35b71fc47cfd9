// Cuts a series where its level changes. Optimal partitioning with squared-error cost (Jackson et al., IEEE Signal
// Proc. Letters 12, 2005), each cut priced so that noise alone rarely pays for one: 4 ln n times the noise variance,
// the noise read off successive differences (their median absolute value), which a change of level hardly moves.
// O(n²): meant for pilots of up to a few hundred values. Misleads on slow ramps, which come out as stairs.

import { median } from '../quantile.ts';

/** A stretch of a series on one level. */
export interface Segment {
  /** First index. */
  readonly start: number;
  /** One past the last index. */
  readonly end: number;
  /** Mean of the values, in their unit. */
  readonly level: number;
}

/** The segments of a series in order; one segment when nothing changes, none for an empty series. */
export function segmentsOf(series: readonly number[]): Segment[] {
  const sums = prefixSums(series);
  const squares = prefixSums(series.map((value) => value * value));
  const cost = (start: number, end: number): number => {
    const sum = at(sums, end) - at(sums, start);
    return at(squares, end) - at(squares, start) - (sum * sum) / (end - start);
  };
  const penalty = 4 * Math.log(Math.max(2, series.length)) * noiseVariance(series);
  const best = [-penalty];
  const cutBefore = [0];
  for (let end = 1; end <= series.length; end++) {
    let least = Infinity;
    for (let start = 0; start < end; start++) {
      const total = at(best, start) + cost(start, end) + penalty;
      if (total < least) {
        least = total;
        cutBefore[end] = start;
      }
    }
    best[end] = least;
  }
  const found: Segment[] = [];
  for (let end = series.length; end > 0; end = at(cutBefore, end)) {
    const start = at(cutBefore, end);
    found.unshift({ start, end, level: (at(sums, end) - at(sums, start)) / (end - start) });
  }
  return found;
}

// 0.954 = 0.6745 · √2: the median absolute difference of two normal values, over their standard deviation.
function noiseVariance(series: readonly number[]): number {
  if (series.length < 2) return 0;
  const steps = series.slice(1).map((value, index) => Math.abs(value - at(series, index)));
  return Math.max(1e-12, (median(steps) / 0.954) ** 2);
}

function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums[sums.length - 1] as number) + value);
  return sums;
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}

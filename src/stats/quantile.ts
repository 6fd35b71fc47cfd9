// Order statistics of a sample, in the unit of its values. Type 7 of Hyndman & Fan, "Sample quantiles in statistical
// packages" (1996): linear between order statistics, the default of R and NumPy. Misleads when p is so near 0 or 1
// that few values lie beyond it: a p99 of fifty values is their maximum by another name.

/** The value with half of the sample on each side; throws RangeError on an empty sample. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The p-quantile (0 <= p <= 1) by linear interpolation; throws RangeError on an empty sample or p outside 0..1. */
export function quantile(values: readonly number[], p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

/** The same of values already in ascending order, without copying them. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('A quantile needs at least one value, got none.');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile needs p in 0..1, got ${p}.`);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const lower = sorted[below] as number;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return lower + (upper - lower) * (position - below);
}

// Mean and spread. Only used where the values are already on a scale on which a mean makes sense (log-ratios, epoch
// estimates, CPU times of one kernel); raw wall times are skewed and get medians.

/** Arithmetic mean, in the unit of the values; throws RangeError on an empty sample. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('A mean needs at least one value, got none.');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of squared distances from the mean, in squared units; 0 for fewer than two values. */
export function squaredDeviations(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

/** Unbiased sample variance (n - 1), in squared units; throws RangeError below two values. */
export function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError(`A variance needs at least two values, got ${values.length}.`);
  return squaredDeviations(values) / (values.length - 1);
}

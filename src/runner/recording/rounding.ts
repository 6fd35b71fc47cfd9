// Numbers as a document holds them: four decimals, which is a tenth of a microsecond in milliseconds, finer than any
// clock used here and half the size on disk.

/** The number with four decimals, whatever its unit. */
export function fourDecimals(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

// Numbers as a document holds them: four decimals, which is a tenth of a microsecond in milliseconds, finer than any
// clock used here and half the size on disk.

/** The number with four decimals, whatever its unit; never -0, which JSON does not know. */
export function fourDecimals(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}

/** The record with all its numbers so rounded. */
export function withFourDecimals<Fields extends object>(fields: Fields): Fields {
  const rounded = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'number' ? fourDecimals(value) : value,
  ]);
  return Object.fromEntries(rounded) as Fields;
}

// Figures as they stand in sentences.

/** A time with three significant digits: "61.3 ms", "1.20 s". */
export function ms(timeMs: number): string {
  if (timeMs >= 10_000) return `${Number((timeMs / 1000).toPrecision(3))} s`;
  return `${timeMs >= 1000 ? timeMs.toFixed(0) : Number(timeMs.toPrecision(3))} ms`;
}

/** A share of 0..1 as whole percent. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

/** A factor: "19.6 times", "1.87 times". */
export function times(ratio: number): string {
  return `${ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2)} times`;
}

/** Names in a row: "a", "a and b", "a, b and c". */
export function listing(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

// Stretches of time on the shared clock, as flat lists [from, to, from, to, …]: what is counted of several requests or
// tasks at once is the time in which at least one of them was there, never the sum.

/** Stretches of time in milliseconds, in any order and perhaps overlapping: from, to, from, to. */
export type Intervals = readonly number[];

/** The same time as stretches in order that do not touch each other. */
export function merged(intervals: Intervals): number[] {
  const pairs = Array.from({ length: intervals.length / 2 }, (_, index) => [
    intervals[2 * index] as number,
    intervals[2 * index + 1] as number,
  ]);
  pairs.sort(([one = 0], [other = 0]) => one - other);
  const union: number[] = [];
  for (const [from = 0, to = 0] of pairs) {
    const lastTo = union.at(-1);
    if (to <= from) continue;
    if (lastTo === undefined || from > lastTo) union.push(from, to);
    else union[union.length - 1] = Math.max(lastTo, to);
  }
  return union;
}

/** How long at least one of them lasts, in milliseconds. */
export function unionMs(intervals: Intervals): number {
  return coveredMs(merged(intervals), { fromMs: -Infinity, toMs: Infinity });
}

/** How much of a window stretches in order cover that do not touch each other, in milliseconds. */
export function coveredMs(union: Intervals, window: { readonly fromMs: number; readonly toMs: number }): number {
  let totalMs = 0;
  for (let index = 0; index < union.length; index += 2) {
    const from = Math.max(union[index] as number, window.fromMs);
    totalMs += Math.max(0, Math.min(union[index + 1] as number, window.toMs) - from);
  }
  return totalMs;
}

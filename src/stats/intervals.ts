// Stretches of time on one clock, in whatever unit it has, as flat lists [from, to, from, to, …]: what is counted of several requests or
// tasks at once is the time in which at least one of them was there, never the sum.

/** Stretches of time, in any order and perhaps overlapping: from, to, from, to. */
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

/** How long at least one of them lasts. */
export function unionLength(intervals: Intervals): number {
  return coveredLength(merged(intervals), -Infinity, Infinity);
}

/** How much of a window stretches in order cover that do not touch each other. */
export function coveredLength(union: Intervals, windowFrom: number, windowTo: number): number {
  let total = 0;
  for (let index = 0; index < union.length; index += 2) {
    const from = Math.max(union[index] as number, windowFrom);
    total += Math.max(0, Math.min(union[index + 1] as number, windowTo) - from);
  }
  return total;
}

/** How long both of two sets last at once, each in order and without touching each other. */
export function commonLength(union: Intervals, other: Intervals): number {
  let total = 0;
  for (let index = 0; index < union.length; index += 2) {
    total += coveredLength(other, union[index] as number, union[index + 1] as number);
  }
  return total;
}
